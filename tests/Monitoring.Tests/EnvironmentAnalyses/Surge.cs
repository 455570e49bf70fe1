using WebcareHub.Contracts;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Contracts.Crises;
using WebcareHub.Crisis.Rehearsing.Waves;
using WebcareHub.Testing;

namespace WebcareHub.Monitoring.Tests.EnvironmentAnalyses;

/// <summary>A scripted surge, written into the log as Routing writes it: what residents say in it is known line by line.</summary>
internal sealed class Surge(MonitoringHost host)
{
    internal static readonly Guid Crisis = Guid.Parse("0198a3b0-0000-7000-8000-00000000c0de");
    internal static readonly DateTimeOffset Declared = MonitoringHost.Now.AddHours(-3);
    internal static readonly string[] Names = ["Jelte", "Sanne", "Mohammed", "Fenna", "Aylin", "Griet", "Wietske", "Youssef"];

    private static readonly Guid Rumour = Guid.Parse("0198a3b0-0000-7000-8000-0000000000aa");

    private const int Portion = 500;
    private readonly Dictionary<Guid, int> _written = [];
    private static readonly AgentRef Renske = new("renske", "Renske Hofstra");

    private static readonly Material Material = new(
        [
            "Waar kan ik zandzakken halen in {plaats}?",
            "Gaat de school in {plaats} morgen open?",
            "Er staan mensen op de dijk te kijken, dat is toch gevaarlijk?",
            "Het water staat tot aan de stoep in de {straat}. Moeten wij weg?",
            "Kan ik helpen met zandzakken vullen? Groet {naam}",
            "Wat een schande dat niemand iets doet, ik ben bang.",
        ],
        ["Hallo? Is daar iemand?", "Het water stijgt nu snel, ik ben bang. Waar zijn de zandzakken?"],
        Names,
        ["Oefendijk", "Proefweg"]
    );

    private static readonly Script Script = new(
        Guid.Parse("0198a3b0-0000-7000-8000-000000000001"),
        new Dictionary<string, string> { ["GM0072"] = "Harlingen", ["GM0088"] = "Schiermonnikoog" },
        ["whatsapp", "facebook", "chat"],
        new(15, Scale.SurgeMessages, 15, 0),
        Material
    );

    /// <summary>What was written, in order: by whom, where, by which channel and when.</summary>
    internal List<Said> All { get; } = [];

    internal async Task BeginAsync()
    {
        await host.HappenedAsync(
            "wadden",
            $"crisis-{Crisis}",
            new CrisisDeclared(
                Crisis,
                "wadden",
                "hoogwater",
                "Hoogwater",
                ["wadden"],
                true,
                [new("wadden", 2, "meldkamer")],
                false,
                "Kritiek peil",
                "GM0072",
                Renske,
                Declared,
                null
            )
        );
        await host.HappenedAsync(
            "oef.wadden",
            $"rumour-{Rumour}",
            new RumourRegistered(Rumour, Crisis, "wadden", ["wadden"], "De dijk breekt", "Facebook", 3, "GM0072", Renske, Declared)
        );
    }

    /// <summary>Everything the script holds, with what may never show strewn through it.</summary>
    internal async Task ComeAsync()
    {
        var lines = Enumerable.Range(0, Scale.SurgeMessages).Select(Of).ToArray();
        foreach (var portion in lines.Chunk(Portion))
            await WriteAsync(portion);
        All.AddRange(lines);
    }

    /// <summary>Ten who all say the same, with a name, a handle and a number in it; and one message of a municipality that has no crisis.</summary>
    internal async Task TogetherAsync(string text, string municipality = "GM0088", int people = 10, DateTimeOffset? at = null)
    {
        var said = Enumerable
            .Range(0, people)
            .Select(_ => new Said(
                Exercise.Of(municipality),
                Guid.NewGuid(),
                "whatsapp",
                text,
                "Kees",
                at ?? MonitoringHost.Now.AddMinutes(-20)
            ))
            .ToArray();
        await WriteAsync(said);
        if (municipality != "GM0193")
            All.AddRange(said);
    }

    /// <summary>More is said, answered and told; then the crisis is scaled down and ends.</summary>
    internal async Task GoesOnAsync(DateTimeOffset at)
    {
        await TogetherAsync("Waar haal ik zandzakken nu het water zo snel stijgt?", at: at);
        await AnsweredAsync(All[0], at);
        await AppendAsync("oef.wadden", $"rumour-{Rumour}", new RumourSpreadNoted("TikTok", 80, "GM0072", Renske, at));
        await AppendAsync(
            "oef.wadden",
            $"rumour-{Rumour}",
            new RumourStatusChanged(RumourStatus.False, "Waterschap", "GM0072", Renske, at)
        );
        await AppendAsync("wadden", $"crisis-{Crisis}", Phase(CrisisPhase.Declared, CrisisPhase.ScaledDown, ["GM0088"], at));
        await AppendAsync("wadden", $"crisis-{Crisis}", new CrisisEnded(["GM0088"], "Het water zakt", "GM0072", Renske, at.AddMinutes(5)));
    }

    private static PhaseChanged Phase(CrisisPhase from, CrisisPhase to, string[] scope, DateTimeOffset at) =>
        new(from, to, scope, "Het water zakt", "GM0072", Renske, at);

    internal Task AnsweredAsync(Said said, DateTimeOffset? at = null) =>
        AppendAsync(
            said,
            new ReplyRequested(
                Guid.NewGuid(),
                null,
                null,
                null,
                null,
                null,
                null,
                [],
                false,
                Renske,
                null,
                at ?? MonitoringHost.Now.AddMinutes(-5)
            )
        );

    internal Task ErasedAsync(Said said) => AppendAsync(said, new PersonalDataErased(Renske, "verzoek", MonitoringHost.Now));

    private static Said Of(int number)
    {
        var line = Script[number];
        string[] marks = ["", "", "", " bel 06-12345678", " @sanne_88", " mijn bsn is 123456782", " mail fenna@voorbeeld.nl"];
        var at = Declared.AddSeconds(number * (9_000.0 / Scale.SurgeMessages));
        var conversation = new Guid(line.Resident + 1, 7, 7, [8, 0, 0, 0, 0, 0, 0, 1]);
        return new(Exercise.Of(line.Municipality), conversation, line.Channel, line.Text + marks[number % marks.Length], line.Name, at);
    }

    private async Task WriteAsync(IReadOnlyList<Said> portion)
    {
        await using var session = await host.Get<EventStore.EventStore>()
            .OpenAsync([.. portion.Select(said => said.Tenant).Distinct()], null, CancellationToken.None);
        foreach (var said in portion)
        {
            var before = _written.GetValueOrDefault(said.Conversation);
            var events = before == 0 ? Written(said) : [.. Written(said).Skip(1)];
            session.Append(new(said.Tenant, $"conversation-{said.Conversation}"), before, events, said.Conversation);
            _written[said.Conversation] = before + events.Count;
        }
        await session.CommitAsync(CancellationToken.None);
    }

    private static IReadOnlyList<object> Written(Said said) =>
        [
            new ConversationOpened(
                said.Conversation,
                said.Tenant,
                said.Channel,
                "oefening",
                "oefening",
                said.Conversation,
                Visibility.Private,
                null,
                said.At
            ),
            new MessageReceived(
                Guid.NewGuid(),
                Guid.NewGuid(),
                null,
                said.Name,
                MessageKind.Text,
                said.Text,
                null,
                [],
                null,
                said.At,
                said.At
            ),
        ];

    private Task AppendAsync(Said said, object happened) =>
        AppendAsync(said.Tenant, $"conversation-{said.Conversation}", happened, said.Conversation);

    private async Task AppendAsync(string tenant, string key, object happened, Guid? resident = null)
    {
        await using var session = await host.Get<EventStore.EventStore>().OpenAsync([tenant], null, CancellationToken.None);
        var before = await session.ReadAsync(new(tenant, key), CancellationToken.None);
        session.Append(new(tenant, key), before.Count, [happened], resident);
        await session.CommitAsync(CancellationToken.None);
    }

    /// <summary>One message of one resident.</summary>
    internal sealed record Said(string Tenant, Guid Conversation, string Channel, string Text, string Name, DateTimeOffset At);
}
