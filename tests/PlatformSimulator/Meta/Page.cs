using System.Collections.Concurrent;

namespace WebcareHub.PlatformSimulator.Meta;

/// <summary>A page, or an Instagram account, at the platform.</summary>
/// <param name="Token">Bearer token that may use it.</param>
internal sealed record Page(string Id, bool IsInstagram, string Name, string Token)
{
    /// <summary>What it is called in a webhook.</summary>
    public string Object => IsInstagram ? "instagram" : "page";

    /// <summary>By which id a person gets messages: on a page another one than by which they comment.</summary>
    public string Scoped(string person) => IsInstagram ? person : "7" + person;
}

/// <summary>The pages and accounts the platform knows.</summary>
internal sealed class Pages
{
    private readonly ConcurrentDictionary<string, Page> known = new();

    public Pages()
    {
        foreach (
            var (code, name) in new[] { ("0088", "Gemeente Schiermonnikoog"), ("0072", "Gemeente Harlingen"), ("0193", "Gemeente Zwolle") }
        )
        {
            Add(new Page("20000" + code, false, name, "demo-token"));
            Add(new Page("1784140000" + code, true, name, "demo-token"));
        }
    }

    public Page? Find(string id) => known.GetValueOrDefault(id);

    public void Add(Page page) => known[page.Id] = page;
}
