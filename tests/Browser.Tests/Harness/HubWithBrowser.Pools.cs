using System.Text.Json;
using WebcareHub.Contracts.Api;

namespace WebcareHub.BrowserTests.Harness;

/// <summary>What happens around a pool, past the screen.</summary>
public sealed partial class HubWithBrowser
{
    /// <summary>These colleagues have gone home.</summary>
    public async Task GoHome(string municipality, params string[] people)
    {
        foreach (var person in people)
        {
            using var api = As(person, municipality, "webcare");
            (await api.PutAsJsonAsync("api/v1/presence", new { state = "offline" })).EnsureSuccessStatusCode();
        }
    }

    /// <summary>Ends what waits in a municipality, so that nothing of an earlier test comes first.</summary>
    public async Task ResolveAll((string Municipality, string Subject) person)
    {
        using var api = As(person.Subject, person.Municipality, "webcare");
        var waiting = await api.GetFromJsonAsync<JsonElement>("api/v1/conversations?queue=waiting");
        foreach (var row in waiting.GetProperty("items").EnumerateArray())
        {
            var resolve = new Resolve(row.GetProperty("version").GetInt64(), "answered", null);
            (await api.PostAsJsonAsync($"api/v1/conversations/{row.GetProperty("id").GetGuid()}/resolve", resolve)).Dispose();
        }
    }
}
