using System.Collections.Frozen;

namespace WebcareHub.Crisis.PublicPage;

/// <summary>The pages as they are served, in memory. Made by one thread, read by any number.</summary>
internal sealed class Pages
{
    private volatile FrozenDictionary<string, ServedPage> _byName = FrozenDictionary<string, ServedPage>.Empty;

    /// <summary>For an address that names no municipality.</summary>
    internal ServedPage Unknown { get; } = ServedPage.Of(PageHtml.Unknown(DateTimeOffset.UnixEpoch));

    /// <summary>Nothing was read yet, nor kept from before.</summary>
    internal bool IsEmpty => _byName.Count == 0;

    /// <summary>The page of a municipality, by its name as in an address or by its CBS code; null when there is none.</summary>
    internal ServedPage? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Puts what is known on the pages; what did not change stays the same object.</summary>
    internal void Show(PageSource source, DateTimeOffset now, bool isStale)
    {
        var pages = new Dictionary<string, ServedPage>(StringComparer.OrdinalIgnoreCase);
        foreach (var town in source.Towns)
        {
            var html = PageHtml.Of(Compose.Of(town, source, now, isStale), now);
            var page = Find(town.Code) is { } before && before.Html == html ? before : ServedPage.Of(html);
            pages[town.Code] = page;
            pages.TryAdd(Slug.Of(town.Name), page);
        }
        _byName = pages.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
