using System.Text.Json;
using WebcareHub.Contracts.Api;

namespace WebcareHub.BrowserTests.Harness;

/// <summary>What others do to the blueprint and its conversations, past the screen.</summary>
public sealed partial class HubWithBrowser
{
    /// <summary>Writes an entry in this person's draft of a layer.</summary>
    /// <param name="entry"><c>rules/nl.verwijs.cbr</c>.</param>
    public async Task Edit((string Municipality, string Subject) person, string layer, string entry, string text)
    {
        using var api = As(person.Subject, person.Municipality, "editor");
        (await api.PutAsJsonAsync($"api/v1/drafts/{layer}/entries/{entry}", new { version = 0, text })).EnsureSuccessStatusCode();
    }

    /// <summary>An account on a channel, as the municipality's administrator opens it.</summary>
    public async Task Opens(NewChannelAccount account)
    {
        using var admin = As("beheer", account.Municipality, "admin");
        using var answer = await admin.PostAsJsonAsync("api/v1/accounts", account);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>A first layer of its own for a municipality, with nothing but a voice.</summary>
    /// <param name="salutation"><c>u</c> or <c>je</c>.</param>
    public async Task Settles(string municipality, string name, string salutation)
    {
        var layer = $$"""
            layer: { title: Gemeente {{name}}, kind: municipality }
            defaults: { owner: Gemeente {{name}} }
            voice: { name: {{name}}, salutation: {{salutation}}, greeting: "Hoi {naam},", signature: "Groet, {medewerker}" }
            """;
        using var operators = As("operator", municipality, "operator");
        var files = new Dictionary<string, string> { ["layer.yaml"] = layer };
        using var answer = await operators.PostAsJsonAsync("api/v1/releases", new NewRelease(municipality, "De eigen stem.", files));
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Ends a conversation, so that it is nobody's next one.</summary>
    public async Task Resolve((string Municipality, string Subject) person, string resident)
    {
        var row = await Waits(person, resident);
        using var api = As(person.Subject, person.Municipality, "webcare");
        var resolve = new Resolve(row.GetProperty("version").GetInt64(), "answered", null);
        (await api.PostAsJsonAsync($"api/v1/conversations/{row.GetProperty("id").GetGuid()}/resolve", resolve)).EnsureSuccessStatusCode();
    }

    /// <summary>The resident's conversation, as soon as it waits in this person's municipality.</summary>
    public async Task<JsonElement> Waits((string Municipality, string Subject) person, string resident)
    {
        using var api = As(person.Subject, person.Municipality, "webcare");
        return await Eventually.Async(
            async () =>
            {
                var waiting = await api.GetFromJsonAsync<JsonElement>("api/v1/conversations?queue=waiting");
                return waiting
                    .GetProperty("items")
                    .EnumerateArray()
                    .FirstOrDefault(row => row.GetProperty("residentName").GetString() == resident);
            },
            row => row.ValueKind == JsonValueKind.Object,
            $"{resident} waits"
        );
    }

    /// <summary>Adds a file to the national layer and publishes it.</summary>
    public async Task Publishes(string file, string content)
    {
        using var operators = As("operator", "GM0088", "operator");
        var releases = await operators.GetFromJsonAsync<Releases>("api/v1/releases?layer=nl");
        var last = await operators.GetFromJsonAsync<ReleaseContent>($"api/v1/releases/nl/{releases!.Items[0].Number}");
        var files = new Dictionary<string, string>(last!.Files) { [file] = content };
        using var answer = await operators.PostAsJsonAsync("api/v1/releases", new NewRelease("nl", "Twee antwoorden erbij.", files));
        answer.EnsureSuccessStatusCode();
    }
}
