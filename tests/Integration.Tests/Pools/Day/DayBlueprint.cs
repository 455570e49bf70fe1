namespace WebcareHub.Integration.Tests.Pools.Day;

/// <summary>What the simulated day goes by.</summary>
internal static class DayBlueprint
{
    public static Dictionary<string, string> National { get; } =
        new()
        {
            ["layer.yaml"] = """
                layer: { title: Landelijke blauwdruk, kind: national }
                defaults: { owner: Team, reviewOn: 2027-06-01 }
                voice: { salutation: u, signature: "Gemeente {gemeente}" }
                roles:
                  - { id: webcaremedewerker, title: Webcaremedewerker, token: webcare }
                worklists:
                  - { id: webcare, title: Webcare, role: webcaremedewerker }
                hours:
                  - { id: webcare, title: Webcare, week: { weekdays: ["09:00-17:00"] } }
                servicelevels:
                  - { id: normaal, title: Vier uur, firstResponse: 240m, hours: always }
                  - { id: vlot, title: Twee uur, firstResponse: 120m, hours: always }
                  - { id: ruim, title: Acht uur, firstResponse: 480m, hours: always }
                  - { id: direct, title: Meteen, firstResponse: 35m, hours: always }
                overflow:
                  - { id: standaard, title: Overloop, to: region, when: { closed: true, nobodyOnline: true, waitingLongerThan: 30m, waitingPerColleague: 5 } }
                topics:
                  - { id: parkeren, title: Parkeren, words: [parkeren], servicelevel: normaal }
                  - { id: afval, title: Afval, words: [container], servicelevel: vlot }
                  - { id: water, title: Water, words: [water], servicelevel: ruim, priority: high }
                  - { id: nood, title: Nood, words: [nood], servicelevel: direct, priority: high }
                  - { id: paspoort, title: Paspoort, words: [paspoort], servicelevel: normaal, overflow: never }
                """,
        };

    public static Dictionary<string, string> Region(string region, IEnumerable<Town> towns) =>
        new()
        {
            ["layer.yaml"] =
                $"layer: {{ title: Regio {region}, kind: region, members: [{string.Join(", ", towns.Select(town => town.Code))}] }}",
        };

    public static Dictionary<string, string> Own(Town town) =>
        new()
        {
            ["layer.yaml"] = $$"""
                layer: { title: {{town.Code}}, kind: municipality }
                defaults: { owner: Team, reviewOn: 2027-06-01 }
                hours:
                  - { adjust: webcare, reason: Eigen tijden, week: { weekdays: ["{{town.Hours}}"] } }
                """,
        };
}
