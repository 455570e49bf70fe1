using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.Blueprint.Reading;
using WebcareHub.Contracts.Api;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Choosing;

/// <summary><c>GET /api/v1/shared-entries</c>: own entries of municipalities that let others take them over.</summary>
internal static class ListShared
{
    internal static async Task<Ok<SharedEntries>> Get(
        string? section,
        string? words,
        Caller caller,
        Bookcase bookcase,
        CancellationToken ct
    )
    {
        var edition = await bookcase.NowAsync(ct);
        var wanted = (words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var items = edition
            .Layers.Keys.Where(code => LayerCode.IsMunicipality(code) && code != caller.Municipality && edition.Shares(code))
            .Order(StringComparer.Ordinal)
            .SelectMany(code =>
                EntryText.Places(edition.Files(code)).Where(place => Shows(place, section)).Select(place => Shown(edition, code, place))
            )
            .Where(entry => wanted.All(word => entry.Text.Contains(word, StringComparison.OrdinalIgnoreCase)));
        return TypedResults.Ok(new SharedEntries([.. items]));
    }

    private static bool Shows(EntryPlace place, string? section) =>
        place.Mode == "add" && TakeOver.SharedSections.Contains(place.Section) && (section is null || section == place.Section);

    private static SharedEntry Shown(Edition edition, string code, EntryPlace place)
    {
        var text = EntryText.Read(edition.Files(code), place);
        var origin = Catalogue.FieldOf(text, "origin");
        return new(
            code,
            edition.NameOf(code),
            edition.Newest(code)!.Number,
            place.Section,
            place.Id,
            Catalogue.FieldOf(text, "title") ?? place.Id,
            Catalogue.FieldOf(text, "theme") ?? "webcare",
            origin,
            text,
            edition.OriginName(origin)
        );
    }
}
