using WebcareHub.Contracts.Api;

namespace WebcareHub.BrowserTests.Harness;

/// <summary>Crises as their coordinator leads them, past the screen.</summary>
public sealed partial class HubWithBrowser
{
    /// <summary>An exercise in one municipality, with a wave that has brought at least so many messages; the id of the crisis.</summary>
    public async Task<Guid> Rehearses(string municipality, (string Scenario, string Wave) what, int messages)
    {
        using var coordinator = Coordinator();
        var declared = new DeclareCrisis(null, what.Scenario, null, [municipality], null, true, null, false, null, "Wij oefenen.");
        using var answer = await coordinator.PostAsJsonAsync("api/v1/crises/declare", declared);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        var crisis = (await answer.Content.ReadFromJsonAsync<Declared>())!.Crisis.Id;
        using var wave = await coordinator.PostAsJsonAsync($"api/v1/crises/{crisis}/waves", new NewWave(what.Wave, Factor: 60));
        wave.IsSuccessStatusCode.ShouldBeTrue(await wave.Content.ReadAsStringAsync());
        await Eventually.Async(
            () => coordinator.GetFromJsonAsync<Counted>($"api/v1/environment-analyses/{crisis}"),
            page => page!.Picture.Messages >= messages,
            $"{messages} messages are counted"
        );
        return crisis;
    }

    /// <summary>The exercise is over.</summary>
    public async Task EndsExercise(Guid crisis)
    {
        using var coordinator = Coordinator();
        using var answer = await coordinator.PostAsJsonAsync($"api/v1/crises/{crisis}/end", new WithReason("Genoeg geoefend."));
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }

    private HttpClient Coordinator() => As("demo-renske", "GM0072", "webcare");

    private sealed record Declared(One Crisis);

    private sealed record One(Guid Id);

    private sealed record Counted(Amount Picture);

    private sealed record Amount(int? Messages);
}
