using System.Text.Json;
using WebcareHub.Contracts.Api;

namespace WebcareHub.BrowserTests.Harness;

/// <summary>What others do to the blueprint and its conversations, past the screen.</summary>
public sealed partial class HubWithBrowser
{
    /// <summary>Names people as members of a layer's blueprint team, the last as its reviewer.</summary>
    public async Task Team(string layer, params (string Municipality, string Subject, string Name)[] members)
    {
        using var operators = As("beheer", "GM0193", "operator");
        foreach (var member in members)
        {
            var role = member == members[^1] ? "reviewer" : "editor";
            var path = $"api/v1/teams/{layer}/members/{member.Municipality}/{member.Subject}";
            (await operators.PutAsJsonAsync(path, new { member.Name, role })).EnsureSuccessStatusCode();
        }
    }

    /// <summary>A new release of a municipality's own layer, with one file more or in a new form.</summary>
    public async Task Publish(string municipality, string editor, string file, string content)
    {
        using var api = As(editor, municipality, "editor");
        var last = await Newest(municipality);
        var files = (await api.GetFromJsonAsync<ReleaseContent>($"api/v1/releases/{municipality}/{last}"))!.Files;
        var release = new NewRelease(municipality, "Keuze", new Dictionary<string, string>(files) { [file] = content }, last);
        (await api.PostAsJsonAsync("api/v1/releases", release)).EnsureSuccessStatusCode();
    }

    /// <summary>The number of a layer's newest release.</summary>
    public async Task<int> Newest(string layer)
    {
        using var api = As("beheer", layer.StartsWith("GM", StringComparison.Ordinal) ? layer : "GM0088", "editor");
        return (await api.GetFromJsonAsync<Releases>($"api/v1/releases?layer={layer}"))!.Items[0].Number;
    }

    /// <summary>Writes an entry in this person's draft of a layer.</summary>
    /// <param name="entry"><c>rules/nl.verwijs.cbr</c>.</param>
    public async Task Edit((string Municipality, string Subject) person, string layer, string entry, string text)
    {
        using var api = As(person.Subject, person.Municipality, "editor");
        (await api.PutAsJsonAsync($"api/v1/drafts/{layer}/entries/{entry}", new { version = 0, text })).EnsureSuccessStatusCode();
    }

    /// <summary>Ends a conversation, so that it is nobody's next one.</summary>
    public async Task Resolve((string Municipality, string Subject) person, string resident)
    {
        using var api = As(person.Subject, person.Municipality, "webcare");
        var waiting = await api.GetFromJsonAsync<JsonElement>("api/v1/conversations?queue=waiting");
        var row = waiting.GetProperty("items").EnumerateArray().Single(row => row.GetProperty("residentName").GetString() == resident);
        var resolve = new Resolve(row.GetProperty("version").GetInt64(), "answered", null);
        (await api.PostAsJsonAsync($"api/v1/conversations/{row.GetProperty("id").GetGuid()}/resolve", resolve)).EnsureSuccessStatusCode();
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
