using Shouldly;
using Xunit;

namespace WebcareHub.RulesOfEngagement.Tests.Lint;

/// <summary>When one rule stands in the shadow of another, and when it only looks so.</summary>
public class ShadowTests
{
    [Theory]
    [InlineData("{ always: true }", "{ text: afval }", true)]
    [InlineData("{ text: \"vuil*\" }", "{ text: [vuilnisbak, \"vuile straat\"] }", true)]
    [InlineData("{ text: vuil }", "{ text: \"vuil*\" }", false)]
    [InlineData("{ text: \"*bak\" }", "{ text: [afvalbak, bakker] }", false)]
    [InlineData("{ text: [a1, b2] }", "{ text: { any: [b2], none: [c3] } }", true)]
    [InlineData("{ text: { any: [b2], none: [c3] } }", "{ text: b2 }", false)]
    [InlineData("{ text: { any: [b2], none: [\"c3 d4\"] } }", "{ text: { any: [b2], none: [c3] } }", true)]
    [InlineData("{ text: { all: [a1, b2] } }", "{ text: { all: [c3, b2, a1] } }", true)]
    [InlineData("{ channel: [x, chat] }", "{ channel: x, hours: open }", true)]
    [InlineData("{ channel: x }", "{ channel: [x, chat] }", false)]
    [InlineData("{ visibility: private }", "{ channel: [whatsapp, chat] }", true)]
    [InlineData("{ not: { channel: x } }", "{ channel: [whatsapp, chat] }", true)]
    [InlineData("{ topic: afval }", "{ topic: afval.grofvuil }", true)]
    [InlineData("{ topic: afval.grofvuil }", "{ topic: afval }", false)]
    [InlineData("{ not: { topic: none } }", "{ topic: afval }", true)]
    [InlineData("{ attachments: true }", "{ attachments: { atLeast: 3 } }", true)]
    [InlineData("{ attachments: { atLeast: 3 } }", "{ attachments: true }", false)]
    [InlineData("{ any: [ { channel: x }, { intent: report } ] }", "{ intent: report, text: a1 }", true)]
    [InlineData("{ intent: report }", "{ any: [ { channel: x }, { intent: report } ] }", false)]
    [InlineData("{ hours: closed }", "{ hours: closed, holiday: true }", true)]
    [InlineData("{ hours: open }", "{ hours: closed }", false)]
    [InlineData("{ holiday: true }", "{ holiday: koningsdag }", true)]
    [InlineData("{ not: { text: [a1, b2] } }", "{ not: { text: [a1, b2, c3] } }", true)]
    [InlineData("{ not: { text: [a1, b2, c3] } }", "{ not: { text: [a1] } }", false)]
    public void A_rule_is_in_the_shadow_when_the_earlier_one_always_applies_too(string first, string second, bool shadowed)
    {
        var findings = Lint($"{{ when: {first}, then: {{ priority: high }} }}", $"{{ when: {second}, then: {{ priority: high }} }}");
        findings.Count.ShouldBe(shadowed ? 1 : 0);
        findings.ShouldAllBe(text => text.StartsWith("Deze regel kan nooit iets bepalen: regel 'r0'"));
    }

    [Fact]
    public void What_one_earlier_rule_leaves_another_may_take()
    {
        const string first = "{ when: { text: a1 }, then: { priority: high } }";
        const string second = "{ when: { channel: chat }, then: { label: [x] } }";
        const string third = "{ when: { text: a1, channel: chat }, then: { priority: high, label: [x] } }";
        Lint(first, second, third).ShouldHaveSingleItem().ShouldEndWith("zet de prioriteit en de labels al.");
        Lint(first, third).ShouldBeEmpty();
        Lint(first, second, third.Replace("[x]", "[x, y]")).ShouldBeEmpty();
    }

    [Fact]
    public void A_municipality_may_go_before_the_layers_above()
    {
        var national = Layers.Files("nl", Layers.Base, Rule("nl.r", "{ when: { text: a1 }, then: { priority: high } }"));
        var own = Layers.Files("GM0088", Rule("eigen", "{ when: { always: true }, then: { priority: low } }"));
        Blueprint.Read([national, own]).Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{ text: { any: [fiets, brommer], none: [\"*fiets\", brommer] } }", true)]
    [InlineData("{ text: { any: [fiets, brommer], none: [fiets] } }", false)]
    [InlineData("{ all: [ { channel: x }, { channel: chat } ] }", true)]
    [InlineData("{ channel: [x, chat], not: { channel: [chat, x, bluesky] } }", true)]
    [InlineData("{ channel: [x, chat], visibility: public }", false)]
    [InlineData("{ topic: none, not: { topic: none } }", true)]
    [InlineData("{ topic: [none, afval] }", false)]
    [InlineData("{ always: false }", true)]
    [InlineData("{ hours: open, not: { hours: open } }", true)]
    public void A_rule_that_no_message_can_match_is_found(string when, bool never) =>
        Lint($"{{ when: {when}, then: {{ priority: high }} }}")
            .Contains("Deze voorwaarden spreken elkaar tegen. De regel past nooit.")
            .ShouldBe(never);

    private static List<string> Lint(params string[] rules)
    {
        var text = string.Join('\n', rules.Select((rule, i) => Rule($"r{i}", rule).Replace("rules:\n", i == 0 ? "rules:\n" : "")));
        return [.. Blueprint.Read([Layers.Files("nl", Layers.Base, text)]).Findings.Select(finding => finding.Text)];
    }

    private static string Rule(string id, string rule) => $"rules:\n  - {{ id: {id}, title: {id}, owner: T, {rule[1..]}";
}
