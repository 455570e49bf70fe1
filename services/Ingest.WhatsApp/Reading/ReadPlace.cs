using System.Globalization;
using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Contracts;

namespace WebcareHub.Ingest.WhatsApp.Reading;

/// <summary>A place on the map, as a line to read.</summary>
internal static class ReadPlace
{
    public static Contents From(JsonElement message)
    {
        var place = message.Get("location");
        var words = Words.Join(Words.Unescape(place.Text("name")), Words.Unescape(place.Text("address")));
        var point = Degrees(place, "latitude") is { } north && Degrees(place, "longitude") is { } east ? $"{north}, {east}" : null;
        return (words, point) switch
        {
            ("", null) => new(MessageKind.Unsupported, "Een locatie zonder gegevens.", "location"),
            ("", _) => new(MessageKind.Location, $"Locatie: {point}"),
            (_, null) => new(MessageKind.Location, $"Locatie: {words}"),
            _ => new(MessageKind.Location, $"Locatie: {words} ({point})"),
        };
    }

    // Five decimals are about a metre.
    private static string? Degrees(JsonElement? place, string name) =>
        double.TryParse(place.Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && double.IsFinite(degrees)
            ? Math.Round(degrees, 5).ToString("0.#####", CultureInfo.InvariantCulture)
            : null;
}
