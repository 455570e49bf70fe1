using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Integration.Tests.Routing.Together;

/// <summary>The same question from 500 residents of 12 municipalities on 3 channels, in a crisis of their region.</summary>
internal static class Wave
{
    public const int Residents = 500;
    public static readonly Guid Crisis = Guid.CreateVersion7();
    public static readonly string[] Municipalities = [.. Enumerable.Range(81, 12).Select(number => $"GM00{number}")];
    private static readonly string[] Channels = [Channel.WhatsApp, Channel.Messenger, Channel.Facebook];
    private static readonly string[] Greetings = ["", "Hallo, ", "Goedemorgen! ", "Beste gemeente, "];
    private static readonly string[] Water = ["kraanwater", "kraanwatr", "Kraanwater", "KRAANWATER", "kraaanwater"];

    /// <summary>Those with an even number say je.</summary>
    public static bool SaysJe(string municipality) => municipality[^1] % 2 == 0;

    public static async Task StartAsync(RoutingHub hub)
    {
        var national = TestBlueprint.National();
        national["layer.yaml"] = national["layer.yaml"]
            .Replace("  salutation: u", "  salutation: u\n  greeting: \"Dag {naam},\"", StringComparison.Ordinal);
        await hub.PublishAsync("nl", 2, national);
        await hub.PublishAsync(
            "waterland",
            1,
            Layer($"layer: {{ title: Waterland, kind: region, members: [{string.Join(", ", Municipalities)}] }}")
        );
        foreach (var municipality in Municipalities)
            await hub.PublishAsync(
                municipality,
                1,
                Layer(
                    $$"""
                    layer: { title: Plaats {{municipality}}, kind: municipality }
                    voice:
                      name: Plaats {{municipality}}
                      salutation: {{(SaysJe(municipality) ? "je" : "u")}}
                    """
                )
            );
        await using (var session = await hub.Get<EventStore.EventStore>().OpenAsync(["waterland"], null, default))
        {
            session.SwitchCrisis(new CrisisInForce(Crisis, "water", ["waterland"], false, DateTimeOffset.UtcNow));
            await session.CommitAsync(default);
        }
        await hub.Get<Offices>().NameAsync("waterland", new("GM0088", "renske", "Renske", Office.Coordinator), "test", default);
        await hub.SendAsync([.. Enumerable.Range(0, Residents).Select(Message)]);
        await hub.WaitForAsync("routing.alike", Residents);
    }

    public static Inbound Message(int number)
    {
        var (municipality, channel) = (Municipalities[number % 12], Channels[number / 12 % 3]);
        var text = $"{Greetings[number % 4]}is het {Water[number % 5]} veilig om te drinken? Groetjes Resi{number}";
        var author = new PlatformPerson([channel == Channel.WhatsApp ? $"phone:3161{number:D7}" : $"psid:{number}"], $"Resi{number}");
        var open = channel == Channel.Facebook;
        return new(
            Guid.CreateVersion7(),
            0,
            municipality,
            channel,
            "demo",
            $"{channel}-{municipality}",
            DateTimeOffset.UtcNow,
            Guid.NewGuid().ToString("N"),
            new InboundMessage(
                $"m.{number}",
                author,
                open ? Visibility.Public : Visibility.Private,
                MessageKind.Text,
                text,
                DateTimeOffset.UtcNow,
                ThreadId: open ? $"post.{municipality}.{number}" : null,
                ReplyTo: open ? $"comment.{number}" : null
            )
        );
    }

    /// <summary>One more who asks the same, alone in a conversation.</summary>
    public static async Task<(Guid Id, string Municipality)> LateAsync(RoutingHub hub, int number)
    {
        var message = Message(number);
        var before = await hub.CountAsync("routing.conversations");
        await hub.SendAsync(message);
        await hub.WaitForAsync("routing.conversations", before + 1);
        var newest = "select id from routing.conversations order by opened_at desc, id desc limit 1";
        return (await hub.Database.ScalarAsync<Guid>(newest), message.Municipality!);
    }

    /// <summary>Something is said of a core message of the region.</summary>
    public static async Task AppendAsync(RoutingHub hub, Guid core, long version, object said)
    {
        await using var session = await hub.Get<EventStore.EventStore>().OpenAsync(["waterland"], null, default);
        session.Append(new StreamKey("waterland", $"core-message-{core}"), version, [said]);
        await session.CommitAsync(default);
    }

    private static Dictionary<string, string> Layer(string text) => new() { ["layer.yaml"] = text };
}
