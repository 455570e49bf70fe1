using System.Text.Json;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults.HotPath;

namespace WebcareHub.Crisis.Rehearsing.Waves;

/// <summary>A line of a wave as a message on the hot path, always in an exercise's tenant. The same line is the same message, however often it is sent.</summary>
internal static class Post
{
    /// <summary>The platform app of everything in an exercise: there is none.</summary>
    public const string App = "oefening";

    /// <summary>By which a conversation shows to which exercise it belongs.</summary>
    public static string AccountOf(Guid crisis) => $"{App}-{crisis:N}";

    public static HotMessage Of(Guid crisis, Guid wave, (int Number, Line Line) item, Pseudonyms pseudonyms, DateTimeOffset now)
    {
        var (number, line) = item;
        var tenant = Exercise.Of(line.Municipality);
        var key = pseudonyms.Hash($"{App}|{wave}|{number}");
        var inbound = new Inbound(
            Guid.CreateVersion7(now),
            0,
            tenant,
            line.Channel,
            App,
            AccountOf(crisis),
            now,
            key,
            new InboundMessage(
                $"{App}-{wave:N}-{number}",
                new([$"{App}:{wave:N}-{line.Resident}"], line.Name),
                VisibilityOf(line.Channel),
                MessageKind.Text,
                line.Text,
                now,
                ThreadId: VisibilityOf(line.Channel) == Visibility.Public ? $"{App}-{wave:N}-{line.Resident}" : null
            )
        );
        return new(Queues.RoutingInbound, JsonSerializer.SerializeToUtf8Bytes(inbound, InboundJson.Default.Inbound), key, tenant);
    }

    private static Visibility VisibilityOf(string channel) =>
        channel is Channel.Facebook or Channel.Mastodon or Channel.Bluesky or Channel.X or Channel.Instagram
            ? Visibility.Public
            : Visibility.Private;
}
