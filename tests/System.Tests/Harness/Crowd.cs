namespace WebcareHub.SystemTests.Harness;

/// <summary>Residents, each with one question, spread over the municipalities.</summary>
internal static class Crowd
{
    private static readonly string[] Questions =
    [
        "Wanneer wordt de grijze container geleegd?",
        "Ik wil een afspraak voor een nieuw paspoort.",
        "De lantaarnpaal in onze straat is stuk.",
        "Hoe vraag ik een parkeervergunning aan?",
        "Er ligt afval naast de container.",
    ];

    /// <summary>Distinct residents from <paramref name="first"/> on; their texts and names are recognisable in logs.</summary>
    public static ResidentMessage[] Of(int count, int first = 0) =>
        [
            .. Enumerable
                .Range(first, count)
                .Select(place => new ResidentMessage(
                    HubUnderTest.Accounts[place % HubUnderTest.Accounts.Count].Number,
                    $"3169{place:0000000}",
                    Text: $"{Questions[place % Questions.Length]} Kenmerk zwaluwstaart{place}.",
                    Name: $"Pieternel Zonnebloem{place}"
                )),
        ];
}
