namespace WebcareHub.Integration.Tests.Routing;

/// <summary>A small blueprint, so that these tests say themselves what the rules are.</summary>
internal static class TestBlueprint
{
    public static Dictionary<string, string> National(string parkingPriority = "high") =>
        new()
        {
            ["layer.yaml"] = """
                layer:
                  title: Landelijke blauwdruk
                  kind: national
                defaults:
                  owner: Team
                  reviewOn: 2027-06-01
                voice:
                  salutation: u
                  signature: "{medewerker}, gemeente {gemeente}"
                roles:
                  - { id: webcaremedewerker, title: Webcaremedewerker, token: webcare }
                  - { id: woordvoerder, title: Woordvoerder, token: spokesperson }
                worklists:
                  - { id: webcare, title: Webcare, role: webcaremedewerker }
                  - { id: woordvoering, title: Woordvoering, role: woordvoerder }
                servicelevels:
                  - { id: normaal, title: Gewoon, firstResponse: 4h, hours: always }
                """,
            ["topics.yaml"] = """
                defaults: { owner: Team, reviewOn: 2027-06-01 }
                topics:
                  - { id: parkeren, title: Parkeren, theme: webcare, words: [parkeren, parkeervergunning], intent: question }
                  - { id: afval, title: Afval, theme: webcare, words: [container, afval], intent: report }
                """,
            ["rules.yaml"] = $$"""
                defaults: { owner: Team, reviewOn: 2027-06-01 }
                rules:
                  - id: nl.parkeren
                    title: Parkeren krijgt voorrang
                    theme: webcare
                    when: { topic: parkeren }
                    then: { priority: {{parkingPriority}}, suggest: parkeervergunning }
                  - id: nl.pers
                    title: Vragen van de pers gaan naar de woordvoerder
                    theme: woordvoering
                    when: { text: { any: [journalist] } }
                    then: { role: woordvoerder, worklist: woordvoering, approval: required }
                """,
            ["answers.yaml"] = """
                defaults: { owner: Team, reviewOn: 2027-06-01 }
                answers:
                  - id: parkeervergunning
                    title: Parkeervergunning aanvragen
                    topics: [parkeren]
                    text: U vraagt een vergunning aan via {website}.
                """,
        };
}
