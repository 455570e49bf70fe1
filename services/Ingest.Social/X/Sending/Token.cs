using System.Globalization;
using System.Text.Json;
using WebcareHub.Channels.Reading;

namespace WebcareHub.Ingest.Social.X.Sending;

/// <summary>
/// What stands with an account as its access token: a bare token, or <c>{"access":…,"refresh":…,"until":…}</c> with what renews it and when it ends.
/// </summary>
internal sealed record Token(string Access, string? Refresh = null, DateTimeOffset? Until = null)
{
    public static Token Read(string kept)
    {
        if (!kept.StartsWith('{'))
        {
            return new(kept);
        }

        try
        {
            using var document = JsonDocument.Parse(kept);
            var root = document.RootElement;
            var until = DateTimeOffset.TryParse(
                root.Text("until"),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var told
            );
            return new(root.Text("access") ?? "", root.Text("refresh"), until ? told : null);
        }
        catch (JsonException)
        {
            return new(kept);
        }
    }

    public string Write() =>
        JsonSerializer.Serialize(
            new Dictionary<string, string?>
            {
                ["access"] = Access,
                ["refresh"] = Refresh,
                ["until"] = Until?.ToString("O", CultureInfo.InvariantCulture),
            }
        );

    // Not in a log, whoever writes it there.
    public override string ToString() => "a token of X";
}
