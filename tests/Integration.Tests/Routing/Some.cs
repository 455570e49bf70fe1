using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Integration.Tests.Routing;

/// <summary>Items as ingest makes them.</summary>
internal static class Some
{
    private static int _number;

    public static string Phone() => $"phone:316{Interlocked.Increment(ref _number):D8}";

    public static PlatformPerson Person(string? phone = null, string name = "Willemijn Testpersoon") => new([phone ?? Phone()], name);

    public static Inbound Message(
        PlatformPerson author,
        string text,
        string? id = null,
        DateTimeOffset? at = null,
        string municipality = "GM0088"
    ) =>
        Item(
            new InboundMessage(
                id ?? $"wamid.{Guid.NewGuid():N}",
                author,
                Visibility.Private,
                MessageKind.Text,
                text,
                at ?? DateTimeOffset.UtcNow
            ),
            municipality
        );

    public static Inbound Item(
        InboundContent content,
        string? municipality = "GM0088",
        string? key = null,
        DeliveryRecord? delivery = null
    ) =>
        new(
            Guid.CreateVersion7(),
            0,
            municipality,
            Channel.WhatsApp,
            "demo",
            "100000088",
            DateTimeOffset.UtcNow,
            key ?? Guid.NewGuid().ToString("N"),
            content,
            delivery
        );
}
