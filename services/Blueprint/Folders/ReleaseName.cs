using System.Globalization;

namespace WebcareHub.Blueprint.Folders;

/// <summary>A release as people name it on the command line: <c>nl:3</c>.</summary>
internal static class ReleaseName
{
    /// <summary>Layer and number; number 0 when it is none.</summary>
    internal static (string Layer, int Number) Parse(string text)
    {
        var parts = text.Split(':', 2);
        var number =
            parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var found) ? found : 0;
        return (parts[0], number);
    }
}
