using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace WebcareHub.RulesOfEngagement.Tests;

public class PropertyTests
{
    private static readonly string[] Words =
    [
        "afval",
        "grofvuil",
        "parkeren",
        "spoed",
        "pers",
        "reclame",
        "123456782",
        "06-12345678",
        "hallo",
        "grof",
        "vuil",
    ];
    private static readonly string[] Actions =
    [
        "priority: urgent",
        "priority: low",
        "topic: parkeren",
        "intent: complaint",
        "worklist: kcc",
        "role: beheer",
        "overflow: never",
        "servicelevel: snel",
        "servicelevel: geen",
        "acknowledge: a3",
        "noReply: Reden",
        "refer: waterschap",
        "approval: required",
        "askPrivate: true",
        "hide: true",
        "suggest: [a1, a2]",
        "suggest: a3",
        "label: [x, y]",
        "label: y",
        "notify: woordvoerder",
    ];
    private static readonly string[] Conditions =
    [
        "text: spoed",
        "text: { any: [pers, reclame], none: [hallo] }",
        "visibility: public",
        "detects: [bsn, phone]",
        "hours: closed",
        "firstContact: true",
        "attachments: { atLeast: 2 }",
        "always: true",
        "not: { text: hallo }",
        "any: [ { author: press }, { text: grof* } ]",
    ];

    private static readonly Gen<EffectiveBlueprint> Blueprints = Gen.Elements(Conditions)
        .SelectMany(when => Gen.ListOf(Gen.Elements(Actions), 3).Select(then => (when, then)))
        .ListOf(12)
        .Select(rules =>
            Layers.National(
                "defaults: { owner: Team }\nrules:\n"
                    + string.Join(
                        "\n",
                        rules.Select(
                            (rule, i) => $"  - {{ id: r{i}, title: Regel {i}, when: {{ {rule.when} }}, then: {{ {Then(rule.then)} }} }}"
                        )
                    )
            )
        );

    private static readonly Gen<MessageFacts> Messages = Gen.Elements(Words)
        .ListOf(5)
        .SelectMany(words =>
            Gen.Choose(0, 255)
                .Select(bits => new MessageFacts(
                    string.Join(' ', words),
                    "whatsapp",
                    Visibility: (bits & 1) == 0 ? "private" : "public",
                    Author: (bits & 2) == 0 ? "resident" : "press",
                    Topic: (bits & 4) == 0 ? null : "afval",
                    FirstContact: (bits & 8) != 0,
                    Attachments: (bits >> 4) & 3,
                    Acknowledged: (bits & 64) != 0,
                    WindowOpen: (bits & 128) == 0
                ))
        );

    private static readonly Gen<DateTimeOffset> Moments = Gen.Choose(0, 60 * 24 * 365)
        .Select(minutes => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes));

    [Fact]
    public void The_same_input_gives_the_same_decision() =>
        Check((blueprint, message, at) => Written(blueprint.Decide(message, at)).ShouldBe(Written(blueprint.Decide(message, at))));

    [Fact]
    public void The_trace_explains_every_field() =>
        Check(
            (blueprint, message, at) =>
            {
                var decision = blueprint.Decide(message, at);
                Rebuilt(decision.Trace).ShouldBe(Fields(decision));
            }
        );

    [Fact]
    public void What_a_step_lost_was_set_by_a_step_of_the_same_trace() =>
        Check(
            (blueprint, message, at) =>
            {
                var trace = blueprint.Decide(message, at).Trace;
                foreach (var (field, winner) in trace.SelectMany(step => step.Lost))
                {
                    if (winner is not (Trace.AlreadyAcknowledged or Trace.WindowClosed))
                    {
                        trace.Single(step => step.Rule == winner).Set.Keys.ShouldContain(field);
                    }
                }
            }
        );

    [Fact]
    public void Every_step_has_a_sentence() =>
        Check(
            (blueprint, message, at) =>
            {
                var trace = blueprint.Decide(message, at).Trace;
                Trace.Sentences(trace, blueprint).ShouldAllBe(sentence => sentence.EndsWith('.') && sentence.Length > 20);
            }
        );

    private static void Check(Action<EffectiveBlueprint, MessageFacts, DateTimeOffset> holds) =>
        Prop.ForAll(
                Arb.From(
                    Blueprints.SelectMany(blueprint => Messages.SelectMany(message => Moments.Select(at => (blueprint, message, at))))
                ),
                each => holds(each.blueprint, each.message, each.at)
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    private static string Then(IEnumerable<string> actions)
    {
        var chosen = actions.DistinctBy(action => action.Split(':')[0]).ToList();
        return string.Join(
            ", ",
            chosen.Where(action =>
                !(
                    action.StartsWith("acknowledge", StringComparison.Ordinal)
                    && chosen.Any(other => other.StartsWith("noReply", StringComparison.Ordinal))
                )
            )
        );
    }

    private static SortedDictionary<string, string> Rebuilt(IReadOnlyList<DecisionStep> trace)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (field, value) in trace.SelectMany(step => step.Set))
        {
            fields[field] =
                field is "suggest" or "label" or "notify" && fields.TryGetValue(field, out var before) ? Union(before, value) : value;
        }
        return fields;
    }

    private static string Union(string before, string more) => string.Join(", ", before.Split(", ").Union(more.Split(", ")));

    private static SortedDictionary<string, string> Fields(Decision decision)
    {
        (string, string?)[] all =
        [
            ("topic", decision.Topic),
            ("intent", decision.Intent),
            ("priority", decision.Priority),
            ("theme", decision.Theme),
            ("worklist", decision.WorkList),
            ("role", decision.Role),
            ("overflow", decision.Overflow),
            ("servicelevel", decision.ServiceLevel),
            ("due", decision.Due?.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture)),
            ("suggest", string.Join(", ", decision.Suggest)),
            ("acknowledge", decision.Acknowledge),
            ("label", string.Join(", ", decision.Labels)),
            ("askPrivate", decision.AskPrivate ? "true" : null),
            ("hide", decision.Hide ? "true" : null),
            ("noReply", decision.NoReply),
            ("refer", decision.ReferTo),
            ("approval", decision.ApprovalRequired ? "required" : null),
            ("notify", string.Join(", ", decision.Notify)),
        ];
        return new SortedDictionary<string, string>(
            all.Where(each => each.Item2 is { Length: > 0 }).ToDictionary(each => each.Item1, each => each.Item2!),
            StringComparer.Ordinal
        );
    }

    private static string Written(Decision decision) => System.Text.Json.JsonSerializer.Serialize(decision);
}
