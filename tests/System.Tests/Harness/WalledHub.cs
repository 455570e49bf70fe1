using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.SystemTests.Harness;

/// <summary>Every service, apart and in one process, and something of everything that Zwolle alone may see.</summary>
public sealed class WalledHub : IAsyncLifetime
{
    /// <summary>A word that stands in each text and name of Zwolle's resident.</summary>
    internal const string Secret = "Kwartelkoning";

    /// <summary>All that a municipality's own provider can give.</summary>
    internal static readonly string[] EveryRole = ["webcare", "spokesperson", "editor", "analyst", "manager", "admin"];

    internal HubUnderTest Hub { get; private set; } = null!;

    internal Guid Conversation { get; private set; }

    internal Guid Resident { get; private set; }

    internal Guid Reply { get; private set; }

    internal Guid File { get; private set; }

    internal Guid DeadLetter { get; private set; }

    internal Guid Idea { get; private set; }

    internal Guid Proposal { get; private set; }

    internal Guid Backtest { get; private set; }

    internal Guid Crisis { get; private set; }

    /// <summary>Whatever has an id: conversation, resident, message, note, answer, file, delivery, dead letter.</summary>
    internal IReadOnlyList<string> Ids { get; private set; } = [];

    /// <summary>The workspace's own routes.</summary>
    internal IReadOnlyList<OwnRoute> Routes { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Hub = await HubUnderTest.StartAsync();
        Routes = await OwnRoute.AllAsync(Hub.Settings);
        await Hub.StartFrontsAsync();
        await TheyWriteAsync();
        await ColleaguesAnswerAsync();
        await OneDiesAsync();
        await TheyImproveAsync();
        await TheyPrepareAsync();
        Ids =
        [
            .. (
                await Hub.ColumnAsync<string>(
                    $"""
                    select '{Conversation}' union select '{Resident}'
                    union select id::text from routing.deliveries where tenant_id = 'GM0193'
                    union select file_id::text from channels.files where tenant_id = 'GM0193'
                    union select id::text from hub.dead_letters where tenant_id = 'GM0193'
                    """
                )
            ),
            .. await ThreadAsync(),
        ];
        Ids.Count.ShouldBeGreaterThan(8);
    }

    /// <summary>So many tries at a time.</summary>
    internal static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 8 };

    /// <summary>What there is of Zwolle behind an operation or page that names one thing: of its own kind where that has ids of its own.</summary>
    internal IEnumerable<string> IdsFor(string path) =>
        path.StartsWith("/ideas/", StringComparison.Ordinal) || path.Contains("/ideeen/") ? [Idea.ToString()]
        : path.StartsWith("/proposals/", StringComparison.Ordinal) || path.Contains("/voorstellen/") ? [Proposal.ToString()]
        : path.StartsWith("/backtests/", StringComparison.Ordinal) || path.Contains("/backtest/") ? [Backtest.ToString()]
        : path.StartsWith("/crises/", StringComparison.Ordinal) || path.Contains("/crisis/") ? [Crisis.ToString()]
        : path.StartsWith("/dead-letters/", StringComparison.Ordinal) ? [DeadLetter.ToString(), Conversation.ToString()]
        : path.StartsWith("/files/", StringComparison.Ordinal) ? [File.ToString(), Conversation.ToString(), Resident.ToString()]
        : Strange.Any(kind => path.StartsWith(kind, StringComparison.Ordinal)) ? [Conversation.ToString(), Crisis.ToString()]
        : Ids;

    // What Zwolle has none of: it is tried with ids of something else, of which two are enough.
    private static readonly string[] Strange =
    [
        "/alike-groups/",
        "/answers-to-many/",
        "/core-messages/",
        "/core-message-receivers/",
        "/environment-analyses/",
        "/hours-bank/",
        "/offices/",
        "/pools/",
        "/rumours/",
        "/shifts/",
    ];

    public ValueTask DisposeAsync() => Hub?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task TheyWriteAsync()
    {
        var resident = $"316{Random.Shared.Next(10_000_000, 99_999_999)}";
        var picture = await System.IO.File.ReadAllBytesAsync(
            Path.Combine(ProjectFolders.Root, "tests", "PlatformSimulator", "Demo", "lantaarn.jpg")
        );
        ResidentMessage message = new("100000193", resident, Text: $"Er zit een {Secret} in mijn tuin", Name: $"{Secret} Janssen");
        await Hub.Residents.Write(message);
        await Hub.Residents.Write(message with { Kind = "image", Content = picture, ContentType = "image/jpeg" });
        Conversation = await IdAsync($"select id from routing.conversations where resident_name = '{Secret} Janssen'");
        Resident = await IdAsync($"select resident_id from routing.conversations where id = '{Conversation}'");
        File = await IdAsync("select file_id from channels.files where tenant_id = 'GM0193' and state = 1");
    }

    private async Task ColleaguesAnswerAsync()
    {
        using var desk = Hub.Desk("GM0193", "agent-1", "webcare", "spokesperson");
        var answered = await desk.Reply(Conversation, (await desk.Open(Conversation)).Row.Version, $"Een {Secret} is beschermd.");
        Reply = answered.ReplyId;
        using var http = HubUnderTest.Api(Hub.Routing.Address, Hub.Token("GM0193", "agent-1", "webcare"));
        var note = new Contracts.Api.NewNote($"De {Secret} zat er gisteren ook");
        (await http.PostAsJsonAsync($"api/v1/conversations/{Conversation}/notes", note)).EnsureSuccessStatusCode();
    }

    /// <summary>A message of Zwolle in the queue that no version of ours wrote.</summary>
    private async Task OneDiesAsync()
    {
        await Hub.Servers.Broker.PublishAsync(
            Queues.RoutingInbound,
            "{\"content\":\"Kwartelkoning\"}",
            new Dictionary<string, string> { [BusHeaders.Municipality] = "GM0193" }
        );
        DeadLetter = await IdAsync("select id from hub.dead_letters where tenant_id = 'GM0193'");
    }

    /// <summary>On Zwolle's own layer: others do not know of it.</summary>
    private async Task TheyImproveAsync()
    {
        using var http = HubUnderTest.Api(Hub.Blueprint.Address, Hub.Token("GM0193", "agent-1", "webcare", "editor"));
        Idea = await MadeAsync(
            http,
            "ideas",
            new NewIdea("GM0193", null, null, $"{Secret} in de tuin", $"Zeg wat iemand met een {Secret} doet.")
        );
        var files = (await http.GetFromJsonAsync<ReleaseContent>("api/v1/releases/GM0193/1"))!.Files;
        var change = new FileChange("layer.yaml", files["layer.yaml"] + $"\n# {Secret}\n");
        Proposal = await MadeAsync(
            http,
            "proposals",
            new NewProposal("GM0193", $"Ook de {Secret}", $"Een {Secret} komt vaker voor.", [Idea], [change], 1)
        );
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        Backtest = await MadeAsync(
            http,
            "backtests",
            new NewBacktest(new BacktestCandidate(Proposal: Proposal), today.AddDays(-1), today.AddDays(1))
        );
    }

    /// <summary>For Zwolle alone: whoever works elsewhere hears nothing of it.</summary>
    private async Task TheyPrepareAsync()
    {
        var office = HubUnderTest.Api(Hub.Crisis.Address, Hub.Token("GM0193", "operator", "operator"));
        using (office)
            (
                await office.PutAsJsonAsync("api/v1/offices/GM0193/coordinator/GM0193/agent-1", new NameOfficeHolder("Collega"))
            ).EnsureSuccessStatusCode();
        using var http = HubUnderTest.Api(Hub.Crisis.Address, Hub.Token("GM0193", "agent-1", "webcare"));
        Crisis = await MadeAsync(
            http,
            "crises",
            new PrepareCrisis("hoogwater", $"{Secret} in nood", ["GM0193"], false, "Voor als het water komt.")
        );
    }

    private static async Task<Guid> MadeAsync<T>(HttpClient http, string path, T body)
    {
        using var answer = await http.PostAsJsonAsync($"api/v1/{path}", body);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        return Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]);
    }

    private async Task<IEnumerable<string>> ThreadAsync()
    {
        using var desk = Hub.Desk("GM0193");
        return (await desk.Open(Conversation)).Thread.Select(item => item.Id.ToString());
    }

    private async Task<Guid> IdAsync(string sql) =>
        (await Eventually.Async(() => Hub.ColumnAsync<Guid>(sql), found => found.Count > 0, sql, 60))[0];
}

/// <summary>The tests of every wall share one hub.</summary>
[CollectionDefinition(nameof(Walls))]
public sealed class Walls : ICollectionFixture<WalledHub>;
