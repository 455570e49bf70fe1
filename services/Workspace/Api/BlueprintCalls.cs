using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Api;

/// <summary>The blueprint as it holds for the colleague's municipality: read, and tried on a text.</summary>
internal sealed class BlueprintCalls(ApiCalls api)
{
    internal Task<BlueprintEntries> Entries(string? theme = null, string? section = null, string? words = null) =>
        api.Get<BlueprintEntries>("api/v1/blueprint/entries" + Query(("theme", theme), ("section", section), ("words", words)));

    internal Task<BlueprintEntry> Entry(string section, string id) =>
        api.Get<BlueprintEntry>($"api/v1/blueprint/entries/{section}/{Uri.EscapeDataString(id)}");

    internal async Task<Preview> Preview(NewPreview asked) =>
        await api.Post<Preview>("api/v1/blueprint/previews", asked) ?? throw new ApiRefusal(502, "empty", Texts.ErrorApiAway, []);

    /// <summary>What could be plainer in a text, in the order of reading.</summary>
    internal async Task<IReadOnlyList<TextRemark>> Remarks(string text) =>
        (await api.Post<TextRemarks>("api/v1/blueprint/remarks", new TextToRead(text)))?.Items ?? [];

    /// <summary>The parameters that have a value, as the end of an address.</summary>
    internal static string Query(params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var given = new List<string>();
        foreach (var (name, value) in parameters)
        {
            if (value is { Length: > 0 })
            {
                given.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }

        return given.Count == 0 ? "" : "?" + string.Join('&', given);
    }
}
