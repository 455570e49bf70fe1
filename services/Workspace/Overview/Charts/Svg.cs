using System.Globalization;

namespace WebcareHub.Workspace.Overview.Charts;

/// <summary>Numbers as a drawing writes them, whatever the language of the page.</summary>
internal static class Svg
{
    internal static string Of(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Hundredths of the drawing.</summary>
    internal static string Percent(double hundredths) => Of(hundredths) + "%";
}
