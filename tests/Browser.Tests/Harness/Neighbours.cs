using WebcareHub.Contracts;
using WebcareHub.PlatformSimulator.Client;
using WebcareHub.PlatformSimulator.Mastodon;

namespace WebcareHub.BrowserTests.Harness;

/// <summary>
/// 500 residents of 12 municipalities who ask the same on WhatsApp, Messenger and Mastodon, and what each of them has got, as the platforms tell.
/// Three municipalities are the demo's; of the others some say je, and some set nothing at all.
/// </summary>
internal sealed class Neighbours(HubWithBrowser hub) : IDisposable
{
    internal const int All = 500;
    private const long FirstNumber = 31612341000;
    private static readonly string[] Channels = [Channel.WhatsApp, Channel.Messenger, Channel.Mastodon];

    private static readonly Town[] Towns =
    [
        new("GM0088", "Schiermonnikoog", SaysJe: false, Own: true),
        new("GM0072", "Harlingen", SaysJe: false, Own: true),
        new("GM0193", "Zwolle", SaysJe: true, Own: true),
        new("GM0059", "Achtkarspelen", SaysJe: true),
        new("GM0197", "Aalten", SaysJe: false),
        new("GM0358", "Aalsmeer", SaysJe: true),
        new("GM1680", "Aa en Hunze", SaysJe: false),
        new("GM0060", "Ameland", SaysJe: true),
        new("GM0093", "Terschelling", SaysJe: false),
        new("GM0096", "Vlieland", SaysJe: true),
        new("GM0448", "Texel", SaysJe: false, Own: true),
        new("GM0106", "Assen", SaysJe: false),
    ];

    private readonly MastodonClient[] _servers =
    [
        .. Towns.Select(town => new MastodonClient(hub.Residents.Address, $"s-{town.Code.ToLowerInvariant()}")),
    ];

    /// <summary>Opens what the demo has not: an account on every channel, and a voice for who says je.</summary>
    internal async Task Settle()
    {
        await hub.Residents.Behave(new Behaviour(MetaHub: new Uri(hub.Address, "channels/meta/demo").ToString()));
        foreach (var (town, server) in Towns.Zip(_servers))
        {
            if (!town.Own)
            {
                await hub.Residents.Register([new NewNumber(town.Number, $"+31 {town.Number}", town.Code, town.Name)]);
                await hub.Opens(new(Channel.WhatsApp, "demo", town.Number, town.Code, $"+31 {town.Number}", "demo-token"));
            }

            if (town is { SaysJe: true, Own: false })
            {
                await hub.Settles(town.Code, town.Name, "je");
            }

            await hub.Residents.Meta.Register(new(town.Page, false, town.Name));
            await hub.Opens(new(Channel.Messenger, "demo", town.Page, town.Code, null, "demo-token"));
            await server.AddAccount(new("gemeente", $"token-{town.Code}"));
            await hub.Opens(
                new(
                    Channel.Mastodon,
                    "demo",
                    $"gemeente@s-{town.Code.ToLowerInvariant()}",
                    town.Code,
                    null,
                    $"token-{town.Code}",
                    server.Address.ToString()
                )
            );
        }
    }

    internal async Task Ask()
    {
        foreach (var some in Enumerable.Range(0, All).Chunk(20))
        {
            await Task.WhenAll(some.Select(Ask));
        }
    }

    /// <summary>Everybody has heard it once, from the own municipality and as it speaks.</summary>
    internal async Task HaveOneAnswerEach()
    {
        var heard = await Eventually.Async(Heard, said => said.Count >= All, $"{All} answers", 240);
        heard.Count.ShouldBe(All);
        heard.Select(each => (each.Town.Code, each.Channel, each.To)).Distinct().Count().ShouldBe(All);
        heard.Select(each => (each.Town.Code, each.Channel)).Distinct().Count().ShouldBe(Towns.Length * Channels.Length);
        foreach (var (town, _, to, text) in heard)
        {
            text.ShouldContain($"{(town.SaysJe ? "Je haalt" : "U haalt")} zandzakken bij de brandweer van {town.Name}.", customMessage: to);
        }
    }

    private Task Ask(int place)
    {
        var (town, server) = (Towns[place % Towns.Length], _servers[place % Towns.Length]);
        var text = "Waar kan ik zandzakken halen voor mijn deur" + new string('?', 1 + (place % 3));
        return Channels[place / Towns.Length % Channels.Length] switch
        {
            Channel.WhatsApp => hub.Residents.Say(town.Number, $"{FirstNumber + place}", text, $"Buur {place}"),
            Channel.Messenger => hub.Residents.Meta.Say(town.Page, $"{7_000_000_000 + place}", text),
            _ => server.Post(new($"buur{place}", $"@gemeente {text}")),
        };
    }

    private async Task<IReadOnlyList<Answer>> Heard()
    {
        var heard = new List<Answer>();
        foreach (var (town, server) in Towns.Zip(_servers))
        {
            heard.AddRange(
                (await hub.Residents.Received(town.Number)).Select(got => new Answer(town, Channel.WhatsApp, got.Resident, got.Text!))
            );
            heard.AddRange(
                (await hub.Residents.Meta.Sent(town.Page)).Select(got => new Answer(town, Channel.Messenger, got.Person!, got.Text!))
            );
            heard.AddRange((await server.Posts("gemeente")).Select(got => new Answer(town, Channel.Mastodon, got.InReplyTo!, got.Text)));
        }

        return [.. heard.Where(each => each.Text?.Contains("zandzakken bij de brandweer") == true)];
    }

    public void Dispose() => Array.ForEach(_servers, server => server.Dispose());

    /// <param name="Own">Its number is the demo's.</param>
    private sealed record Town(string Code, string Name, bool SaysJe, bool Own = false)
    {
        internal string Number { get; } = $"100000{Code[^3..]}";

        internal string Page { get; } = $"300000{Code[^4..]}";
    }

    private sealed record Answer(Town Town, string Channel, string To, string Text);
}
