using System.Text.Json;
using WebcareHub.PlatformSimulator.Client;
using WebcareHub.PlatformSimulator.Platform;

namespace WebcareHub.PlatformSimulator.Demo;

/// <summary>What the residents of the demo say.</summary>
internal sealed class Script(Numbers numbers)
{
    private readonly Line[] seed = Read("demo/seed.json");
    private readonly Line[] busy = Read("demo/busy.json");

    /// <summary>One message of the script; <paramref name="To"/> is a CBS code.</summary>
    internal sealed record Line(
        string To,
        string From,
        string Name,
        string Text,
        double HoursAgo = 0,
        string? Picture = null,
        string? Kind = null,
        double? Latitude = null,
        double? Longitude = null
    );

    /// <summary>The first messages, oldest first, with ids that are the same every time.</summary>
    public IReadOnlyList<ResidentMessage> Seed(DateTimeOffset now) =>
        [.. seed.OrderByDescending(line => line.HoursAgo).Select(line => Message(line, now)).OfType<ResidentMessage>()];

    /// <summary>A busy afternoon, in order.</summary>
    public IReadOnlyList<ResidentMessage> Busy() => [.. busy.Select(line => Message(line, null)).OfType<ResidentMessage>()];

    public IEnumerable<ResidentView> Residents(string municipality) =>
        seed.Where(line => line.To == municipality).Select(line => new ResidentView(line.From, line.Name));

    private ResidentMessage? Message(Line line, DateTimeOffset? now)
    {
        if (numbers.All.FirstOrDefault(number => number.Municipality == line.To) is not { } number)
            return null;
        return new ResidentMessage(
            number.Id,
            line.From,
            line.Picture is null ? line.Kind ?? "text" : "image",
            line.Text,
            line.Name,
            MessageId: now is null ? null : Wamid.For(line.From, "seed " + line.Text),
            At: now - TimeSpan.FromHours(line.HoursAgo),
            Latitude: line.Latitude,
            Longitude: line.Longitude,
            Content: line.Picture is { } picture ? Bytes("demo/" + picture) : null,
            ContentType: line.Picture is null ? null : "image/jpeg"
        );
    }

    private static byte[] Bytes(string name)
    {
        using var source = Demo.Open(name);
        using var copy = new MemoryStream();
        source.CopyTo(copy);
        return copy.ToArray();
    }

    private static Line[] Read(string name)
    {
        using var source = Demo.Open(name);
        return JsonSerializer.Deserialize<Line[]>(source, JsonSerializerOptions.Web)!;
    }
}
