using System.Text.Json;

namespace WebcareHub.PlatformSimulator.Platform;

internal static class JsonReading
{
    /// <summary>A string property, or null when absent. Another kind of value is refused, as the platform does.</summary>
    public static string? Text(this JsonElement element, string name)
    {
        if (
            element.ValueKind is not JsonValueKind.Object
            || !element.TryGetProperty(name, out var value)
            || value.ValueKind is JsonValueKind.Null
        )
            return null;
        return value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : throw new RefusedException(GraphError.Parameter($"Param {name} must be a string."));
    }

    public static bool IsNumber(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value)
        && (
            value.ValueKind is JsonValueKind.Number
            || (value.ValueKind is JsonValueKind.String && double.TryParse(value.GetString(), out _))
        );
}
