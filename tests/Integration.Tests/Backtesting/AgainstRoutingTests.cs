using System.Text.Json;
using WebcareHub.Blueprint.Backtesting;
using WebcareHub.Blueprint.Backtesting.Replaying;
using WebcareHub.Blueprint.Backtesting.Reporting;
using WebcareHub.Blueprint.Reading;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.RulesOfEngagement;
using WebcareHub.Testing;
using static WebcareHub.Integration.Tests.Backtesting.RecordedRun;

namespace WebcareHub.Integration.Tests.Backtesting;

public sealed class AgainstRoutingTests
{
    private const int Messages = 300;

    [Fact]
    public async Task A_back_test_gives_exactly_the_differences_that_the_running_system_gives_and_twice_the_same()
    {
        var layers = LayerFiles.FromBlueprint(ProjectFolders.Blueprint).Where(Needed).Select(Sharing).ToList();
        var changed = layers.Select(Changed).ToList();
        await using var was = await RecordedRun.OfAsync(layers, Messages);
        await using var would = await RecordedRun.OfAsync(changed, Messages);
        EachIsExplainedByItsFacts(was, layers);
        var expected = Differences(was, would);
        expected.Count.ShouldBeGreaterThan(100);

        var own = new List<StoredReport>();
        foreach (var town in ManyMessages.Towns)
            own.Add(await BacktestAsync(was, changed[0], town));
        var report = await BacktestAsync(was, changed[0]);
        var again = await BacktestAsync(was, changed[0], lanes: 3);
        var nothing = await BacktestAsync(was, layers[0]);

        ByKind(own).ShouldBe(Counted(expected, each => each.Field), ignoreOrder: true);
        Moves(own)
            .ShouldBe(Counted(expected.Where(each => each.Field != "due"), each => (each.Field, each.From, each.To)), ignoreOrder: true);
        own.Sum(each => each.Changed).ShouldBe(expected.DistinctBy(each => each.Message).Count());
        (report.Messages, report.Unreadable, again.Hash(), nothing.Changed).ShouldBe((Messages, 0, report.Hash(), 0));
        await ErasedIsSkippedAsync(was, changed[0]);
    }

    /// <summary>What was recorded with each decision gives, with the release that was in force, that decision again.</summary>
    private static void EachIsExplainedByItsFacts(RecordedRun run, IReadOnlyList<LayerFiles> layers)
    {
        var blueprint = RulesOfEngagement.Blueprint.Read(layers);
        var decoding = new Decoding(new Words());
        foreach (var (message, received, recognised) in run.Decisions.Values)
        {
            var facts = decoding.Facts(JsonSerializer.SerializeToUtf8Bytes(recognised.Facts))! with { Text = received.Text };
            var decision = blueprint.For(message.Stream.Tenant).Decide(facts, recognised.At);

            decision.Trace.Select(InWords).ShouldBe(recognised.Trace.Select(step => InWords(AsStep(step))));
            decision.Facts.ShouldBe(recognised.Facts, ignoreOrder: true);
            (decision.Topic, decision.Intent, decision.Priority, decision.Theme).ShouldBe(
                (recognised.Topic, recognised.Intent, recognised.Priority, recognised.Theme)
            );
        }
    }

    private static string InWords(DecisionStep step) =>
        $"{step.Rule} of {step.Layer} ({step.Title}): {InWords(step.Set)}; lost {InWords(step.Lost)}";

    private static string InWords(IReadOnlyDictionary<string, string> fields) =>
        string.Join(", ", fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={field.Value}"));

    private static DecisionStep AsStep(Contracts.Conversations.TraceStep step) =>
        new(step.Rule, step.Layer, step.Title, step.Set, step.Lost);

    private static async Task ErasedIsSkippedAsync(RecordedRun run, LayerFiles candidate)
    {
        var resident = run.Decisions.Values.First().Message;
        var theirs = run.Decisions.Values.Count(each => each.Message.Resident == resident.Resident);
        await run.Hub.Get<Vault>().DestroyKeyAsync(resident.Stream.Tenant, resident.Resident!.Value, "op verzoek", [], default);

        var report = await BacktestAsync(run, candidate, resident.Stream.Tenant, lanes: 2);

        (report.Messages, report.Erased).ShouldBe((Messages / ManyMessages.Towns.Length - theirs, theirs));
    }

    /// <param name="town">Its own messages; null for those of all three, which share.</param>
    private static async Task<StoredReport> BacktestAsync(RecordedRun run, LayerFiles candidate, string? town = null, int lanes = 1)
    {
        var asked = new BacktestRun.Asked(
            town ?? ManyMessages.Towns[0],
            [candidate],
            new DateOnly(2026, 11, 13),
            new DateOnly(2026, 11, 19),
            town is null ? BacktestScope.All : BacktestScope.Municipality,
            BacktestBaseline.Decided,
            ManyMessages.Steps[^1].AddHours(1),
            lanes
        );
        var store = run.Hub.Get<EventStore.EventStore>();
        using var bookcase = new Bookcase(store, TimeProvider.System);
        var backtest = new BacktestRun(run.Hub.Get<Database>(), run.Hub.Get<Vault>(), new(store, bookcase));
        return await backtest.RunAsync(asked, (_, _) => Task.CompletedTask, default);
    }

    private sealed record Found(string Message, string Field, string? From, string? To);

    private static List<Found> Differences(RecordedRun was, RecordedRun would) =>
        [
            .. was.Decisions.SelectMany(pair =>
                Compared
                    .Fields.Values.Select(field => new Found(
                        pair.Key,
                        field,
                        Value(pair.Value, field),
                        Value(would.Decisions[pair.Key], field)
                    ))
                    .Where(found => found.From != found.To)
            ),
        ];

    /// <summary>What the rules set for a field, read from the recorded trace.</summary>
    private static string? Value(Decided decided, string field)
    {
        var set = decided.Recognised.Trace.Select(step => step.Set.GetValueOrDefault(field)).OfType<string>().ToList();
        return set.Count == 0 ? null
            : field == "suggest" ? string.Join(", ", set.SelectMany(each => each.Split(", ")).Distinct())
            : set[0];
    }

    private static Dictionary<string, int> ByKind(List<StoredReport> reports) =>
        Sum(reports.SelectMany(report => report.Kinds), kind => Compared.Fields[kind.Kind], kind => kind.Count);

    private static Dictionary<(string, string?, string?), int> Moves(List<StoredReport> reports) =>
        Sum(
            reports
                .SelectMany(report => report.Kinds.Where(kind => kind.Kind != BacktestChange.Due))
                .SelectMany(kind => kind.Moves.Select(move => (Field: Compared.Fields[kind.Kind], Move: move))),
            each => (each.Field, each.Move.From, each.Move.To),
            each => each.Move.Count
        );

    private static Dictionary<TKey, int> Sum<T, TKey>(IEnumerable<T> all, Func<T, TKey> by, Func<T, int> count)
        where TKey : notnull =>
        all.GroupBy(by).Select(same => (same.Key, Count: same.Sum(count))).Where(each => each.Count > 0).ToDictionary();

    private static Dictionary<TKey, int> Counted<TKey>(IEnumerable<Found> found, Func<Found, TKey> by)
        where TKey : notnull => found.GroupBy(by).ToDictionary(same => same.Key, same => same.Count());

    private static bool Needed(LayerFiles layer) => layer.Code[..2] != "GM" || ManyMessages.Towns.Contains(layer.Code);

    /// <summary>All three share; what small numbers do is another test.</summary>
    private static LayerFiles Sharing(LayerFiles layer) =>
        layer.Code[..2] != "GM" ? layer : With(layer, "adoption.yaml", "adoption:\n  share: [backtest]\n");

    /// <summary>A real change: words, a topic of its own, another promise, another acknowledgement and other hours.</summary>
    private static LayerFiles Changed(LayerFiles layer) =>
        layer.Code != "nl"
            ? layer
            : With(
                With(
                    layer,
                    "layer.yaml",
                    layer.Files["layer.yaml"].Replace("firstResponse: 1h", "firstResponse: 2h", StringComparison.Ordinal)
                ),
                "rules/00-proef.yaml",
                """
                defaults: { owner: Landelijk blauwdrukteam, theme: webcare, reviewOn: 2027-06-01 }
                rules:
                  - id: nl.proef.container
                    title: Een volle container is grofvuil
                    when: { text: { any: [container] } }
                    then: { topic: afval.grofvuil, priority: high, overflow: never, worklist: signalen, role: analist }
                  - id: nl.proef.gesloten
                    title: Buiten openingstijden melden we de ontvangst
                    when: { hours: closed, visibility: private, text: { any: [paspoort, trouwen] } }
                    then: { acknowledge: ontvangst, approval: required }
                  - id: nl.proef.stil
                    title: Op wie niets hoorde antwoorden we niet
                    when: { text: { any: ["nog steeds niets gehoord"] } }
                    then: { noReply: Proef. }
                """
            );

    private static LayerFiles With(LayerFiles layer, string path, string content) =>
        layer with
        {
            Files = new Dictionary<string, string>(layer.Files) { [path] = content },
        };
}
