using Shouldly;

namespace WebcareHub.RulesOfEngagement.Tests;

/// <summary>Blueprints of a few lines, for tests.</summary>
internal static class Layers
{
    public static readonly DateTimeOffset WednesdayMorning = new(2026, 9, 9, 10, 0, 0, TimeSpan.FromHours(2));

    public const string Base = """
        defaults: { owner: Team }
        worklists: [ { id: webcare, title: Webcare }, { id: kcc, title: KCC } ]
        roles: [ { id: woordvoerder, title: Woordvoerder }, { id: beheer, title: Beheerder } ]
        servicelevels:
          - { id: normaal, title: Binnen een uur, firstResponse: 1h }
          - { id: snel, title: Binnen een kwartier, firstResponse: 15m }
          - { id: geen, title: Geen termijn, firstResponse: none }
        hours:
          - id: webcare
            title: Webcare
            week: { weekdays: ["09:00-17:00"] }
        answers:
          - { id: a1, title: Antwoord een, text: Een }
          - { id: a2, title: Antwoord twee, text: Twee }
          - { id: a3, title: Antwoord drie, text: Drie }
        partners: [ { id: waterschap, title: Waterschap } ]
        wordlists: [ { id: bedreiging, title: Bedreigend, words: ["maak je dood", steek] } ]
        topics:
          - { id: afval, title: Afval, words: [afval, vuilnis*], intent: question, servicelevel: normaal }
          - { id: afval.grofvuil, title: Grofvuil, parent: afval, words: [grofvuil, "grof vuil"], intent: report, suggest: a1 }
          - { id: parkeren, title: Parkeren, words: [parkeren, parkeer*] }
        """;

    public static LayerFiles Files(string code, params string[] texts) =>
        new(code, texts.Select((text, i) => ($"{i}.yaml", text)).ToDictionary(file => file.Item1, file => file.text));

    /// <summary>The base with more on top of it in the same national layer; must be without errors.</summary>
    public static EffectiveBlueprint National(string more = "") => Of(Files("nl", Base, more));

    public static EffectiveBlueprint Of(params LayerFiles[] layers)
    {
        var blueprint = Blueprint.Read(layers);
        blueprint.Findings.Where(finding => finding.IsError).ShouldBeEmpty();
        return blueprint.For("GM0088");
    }

    /// <summary>One rule for all that follows <c>when</c>.</summary>
    public static EffectiveBlueprint WithRule(string when, string then = "{ priority: high }") =>
        National(
            $$"""
            rules:
              - id: r1
                title: Regel
                owner: Team
                when: {{when}}
                then: {{then}}
            """
        );

    public static Decision Decide(this EffectiveBlueprint blueprint, string? text) =>
        blueprint.Decide(new MessageFacts(text, "whatsapp"), WednesdayMorning);

    public static bool Matches(this EffectiveBlueprint blueprint, MessageFacts message, DateTimeOffset? at = null) =>
        blueprint.Decide(message, at ?? WednesdayMorning).Trace.Any(step => step.Rule == "r1");
}
