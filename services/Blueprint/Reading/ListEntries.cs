using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Reading;

/// <summary><c>GET /api/v1/blueprint/entries</c>: what the caller's municipality has to do with.</summary>
internal static class ListEntries
{
    internal static async Task<Ok<BlueprintEntries>> Get(
        string? theme,
        string? section,
        string? words,
        Caller caller,
        Bookcase bookcase,
        CancellationToken ct
    )
    {
        var edition = await bookcase.NowAsync(ct);
        var wanted = (words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var items = Catalogue
            .Of(edition.Blueprint, caller.Municipality)
            .Where(entry => theme is null || entry.Theme == theme)
            .Where(entry => section is null || entry.Section == section)
            .Where(entry => wanted.All(word => Holds(entry, word)))
            .Select(edition.Row);
        var name = edition.Blueprint.For(caller.Municipality).Voice.Name;
        return TypedResults.Ok(new BlueprintEntries(caller.Municipality, name, [.. items]));
    }

    /// <summary>In its name, title or anything that is written in it.</summary>
    private static bool Holds(CatalogueEntry entry, string word) =>
        Holds(entry.Id, word) || Holds(entry.Title, word) || entry.Fields.Any(field => Holds(field.Value, word));

    private static bool Holds(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
