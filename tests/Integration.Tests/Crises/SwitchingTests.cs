using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Npgsql;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.Crisis;
using WebcareHub.Crisis.Switching;
using WebcareHub.Integration.Tests.Routing;
using WebcareHub.Rulebooks;
using WebcareHub.ServiceDefaults;
using WebcareHub.Testing;

namespace WebcareHub.Integration.Tests.Crises;

/// <summary>A crisis over Routing, in one process with it and read by two more rulebooks, as other nodes read it.</summary>
public sealed partial class SwitchingTests
{
    private const int Rise = 40;
    private const string Message = "Kan ik nog parkeren? Het water komt de straat in.";
    private static readonly Caller Renske = new("renske", "Renske Hofstra", "GM0072", ["manager"]);

    [Fact]
    public async Task Declared_it_decides_the_next_message_on_every_node_and_ended_all_is_as_it_was()
    {
        await using var hub = await StartAsync();
        var before = await DecidedAsync(hub);

        var crisis = await DeclareAsync(hub);
        var during = await DecidedAsync(hub);
        var (here, elsewhere) = await NodesAsync(hub);
        await hub.Get<CrisisDesk>().CarryAsync(Renske, crisis, (who, course, _) => End.Decide(who, course, "Het water zakt."), default);
        var after = await DecidedAsync(hub);

        here.ShouldBe(["hoogwater", "hoogwater"]);
        elsewhere.ShouldBe([null, null]);
        ((string?)during["Priority"], (string?)during["Facts"]!["scenario"]).ShouldBe(("urgent", "hoogwater"));
        (before["Facts"]!["scenario"] is null, (string?)before["Priority"]).ShouldBe((true, "high"));
        after.ToJsonString().ShouldBe(before.ToJsonString());
        (await NodesAsync(hub)).Here.ShouldBe([null, null]);
        (await AliasesAsync(hub)).ShouldBe("crisis_declared automation_paused crisis_ended automation_resumed");
    }

    [Fact]
    public async Task A_switch_that_breaks_off_half_way_leaves_the_log_and_every_node_as_they_were()
    {
        await using var hub = await StartAsync();
        await using var other = new NpgsqlConnection(hub.Database.ConnectionString);
        await other.OpenAsync();
        await using var holding = await other.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("select from events.epoch for update", other))
            await hold.ExecuteNonQueryAsync();

        // Its events are written and its row; it waits for the epoch row, and there its connection breaks.
        var switching = Task.Run(() => DeclareAsync(hub));
        await Eventually.Async(() => hub.Database.ScalarAsync<bool>(Break), broken => broken, "a switch that waits for the epoch row");
        await Should.ThrowAsync<NpgsqlException>(switching);
        await holding.RollbackAsync();

        (await AliasesAsync(hub)).ShouldBeNull();
        (await hub.CountAsync("crisis.crises")).ShouldBe(0);
        (await NodesAsync(hub)).Here.ShouldBe([null, null]);

        var crisis = await DeclareAsync(hub);

        (await AliasesAsync(hub)).ShouldBe("crisis_declared automation_paused");
        (await hub.Database.ScalarAsync<string>("select jsonb_object_keys(crises) from events.epoch")).ShouldBe(crisis.ToString());
        (await NodesAsync(hub)).Here.ShouldBe(["hoogwater", "hoogwater"]);
    }

    [Fact]
    public async Task A_rise_is_proposed_and_a_country_that_nobody_confirms_falls_back()
    {
        await using var hub = await StartAsync();
        await hub.Get<Offices>().NameAsync("nl", new("GM0072", "renske", "Renske Hofstra", Office.Coordinator), "test", default);
        // What is counted now is what is there in ten minutes' time to compare with.
        await hub.GoRoundAsync();
        await hub.SendAsync([.. Enumerable.Range(0, Rise).Select(_ => Some.Message(Some.Person(), Message))]);
        await hub.WaitForAsync("routing.conversations", Rise);
        await hub.MoveClockAsync(TimeSpan.FromMinutes(12));
        await hub.WaitForAsync("crisis.crises where listed = 'proposed' and tenant_id = 'wadden'", 1);
        var proposed = await hub.Database.ScalarAsync<Guid>("select id from crisis.crises");
        (await NodesAsync(hub)).Here.ShouldBe([null, null]);

        var declared = await hub.Get<CrisisDesk>()
            .CarryAsync(
                Renske,
                proposed,
                (who, course, edition) => Declare.Decide(who, course, Country(proposed), edition, proposed),
                default
            );
        declared!.Refusal.ShouldBeNull();
        await hub.MoveClockAsync(TimeSpan.FromMinutes(23));
        await hub.WaitForAsync("events.mt_events where type = 'national_scope_fell_back'", 1);

        declared.Detail!.Crisis.Scope.ShouldHaveSingleItem().Code.ShouldBe("wadden");
        var (here, elsewhere) = await NodesAsync(hub);
        here.ShouldBe(["hoogwater", "hoogwater"]);
        elsewhere.ShouldBe([null, null]);
    }

    private static DeclareCrisis Country(Guid proposed) =>
        new(proposed, "hoogwater", null, ["nl"], ["wadden"], false, null, false, null, "De dijk is zwak.");

    private const string Break = """
        select coalesce(bool_or(pg_terminate_backend(pid)), false) from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and query like '%events.epoch%' and pid <> pg_backend_pid()
        """;

    private static async Task<RoutingHub> StartAsync()
    {
        var hub = await RoutingHub.StartAsync(also: builder => builder.AddCrisis());
        var files = TestBlueprint.National();
        files["scenarios.yaml"] = """
            defaults: { owner: Team, reviewOn: 2027-06-01 }
            scenarios:
              - id: hoogwater
                title: Hoogwater
                rules:
                  - { id: hoogwater.water, title: Water gaat voor, when: { text: water }, then: { priority: urgent, label: hoogwater } }
            """;
        files["register/municipalities.csv"] = """
            code,name,province,safety_region,valid_from,valid_to
            GM0088,Schiermonnikoog,Fryslân,Fryslân,,
            GM0072,Harlingen,Fryslân,Fryslân,,
            GM0193,Zwolle,Overijssel,IJsselland,,
            """;
        await hub.PublishAsync("nl", 2, files);
        await hub.PublishAsync(
            "wadden",
            1,
            new() { ["layer.yaml"] = "layer: { title: Regio Wadden, kind: region, members: [GM0088, GM0072] }" }
        );
        await hub.Get<Offices>().NameAsync("wadden", new("GM0072", "renske", "Renske Hofstra", Office.Coordinator), "test", default);
        return hub;
    }

    private static async Task<Guid> DeclareAsync(RoutingHub hub)
    {
        var id = Guid.CreateVersion7();
        var command = new DeclareCrisis(null, "hoogwater", null, ["wadden"], null, false, null, false, null, "De dijk is zwak.");
        var handled = await hub.Get<CrisisDesk>()
            .BeginAsync(Renske, (who, edition) => Declare.Decide(who, Course.None, command, edition, id), default);
        handled.Refusal.ShouldBeNull();
        handled.Detail!.Crisis.Phase.ShouldBe(CrisisPhase.Declared);
        return id;
    }

    /// <summary>What is decided about the same words of a new resident, without what is new each time.</summary>
    private static async Task<JsonObject> DecidedAsync(RoutingHub hub)
    {
        var known = await hub.CountAsync("events.mt_events where type = 'question_recognised'");
        await hub.SendAsync(Some.Message(Some.Person(), Message));
        await hub.WaitForAsync("events.mt_events where type = 'question_recognised'", known + 1);
        var data = await hub.Database.ScalarAsync<string>(
            "select data::text from events.mt_events where type = 'question_recognised' order by seq_id desc limit 1"
        );
        var decided = JsonNode.Parse(Moment().Replace(data!, "moment"))!.AsObject();
        foreach (var fresh in new[] { "QuestionId", "MessageId", "Epoch" })
            decided.Remove(fresh);
        return decided;
    }

    /// <summary>The scenario by which two other nodes would decide, in the region and outside it.</summary>
    private static async Task<(IReadOnlyList<string?> Here, IReadOnlyList<string?> Elsewhere)> NodesAsync(RoutingHub hub)
    {
        var (here, elsewhere) = (new List<string?>(), new List<string?>());
        for (var node = 0; node < 2; node++)
        {
            using var rulebook = new Rulebook(hub.Get<EventStore.EventStore>(), TimeProvider.System);
            await using var session = await hub.Get<EventStore.EventStore>().OpenAsync([], null, default);
            var edition = await rulebook.AtAsync(session, default);
            here.Add(edition.For("GM0088").Scenario);
            elsewhere.Add(edition.For("GM0193").Scenario);
        }
        return (here, elsewhere);
    }

    private static Task<string?> AliasesAsync(RoutingHub hub) =>
        hub.Database.ScalarAsync<string>(
            "select string_agg(type, ' ' order by seq_id) from events.mt_events where stream_id like 'crisis-%'"
        );

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT[^""]+")]
    private static partial Regex Moment();
}
