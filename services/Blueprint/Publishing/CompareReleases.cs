using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Reading;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;
using Api = WebcareHub.Contracts.Api;

namespace WebcareHub.Blueprint.Publishing;

/// <summary>
/// <c>GET /api/v1/releases/{layer}/{number}/changes?from=</c>: what differs, in words; without <c>from</c> against the release before it.
/// From 0 everything is new.
/// </summary>
internal static class CompareReleases
{
    internal static async Task<Results<Ok<Api.ReleaseChanges>, NotFound>> Get(
        string layer,
        int number,
        Caller caller,
        Bookcase bookcase,
        CancellationToken ct,
        int? from = null
    )
    {
        if (!LayerCode.IsValid(layer) || !caller.MayRead(layer))
        {
            return TypedResults.NotFound();
        }

        var found = (await bookcase.NowAsync(ct)).Layers.GetValueOrDefault(layer) ?? Layer.None;
        var earlier = from ?? number - 1;
        return Files(found, earlier) is { } before && Files(found, number) is { } after
            ? TypedResults.Ok(Shown(Comparison.Of(before, after), earlier, number))
            : TypedResults.NotFound();
    }

    private static LayerFiles? Files(Layer layer, int number) =>
        number == 0 && layer.Releases.Count > 0 ? new(layer.Code, new Dictionary<string, string>())
        : layer.Releases.FirstOrDefault(release => release.Number == number) is { } found ? new(layer.Code, found.Files)
        : null;

    internal static Api.ReleaseChanges Shown(LayerComparison found, int from, int to) =>
        new(
            found.Layer,
            from,
            to,
            [.. found.Entries.Select(Shown)],
            [.. found.Files.Select(file => new Api.FileDifference(file.Path, Name(file.Change), file.Sentence))]
        );

    private static Api.EntryChange Shown(EntryDifference entry) =>
        new(entry.Section, entry.Id, entry.Title, Name(entry.Change), entry.Sentence, [.. entry.Fields.Select(Shown)]);

    private static Api.FieldChange Shown(RulesOfEngagement.FieldDifference field) =>
        new(
            field.Field,
            field.Before,
            field.After,
            [.. field.Words.Select(word => new Api.WordPiece(Piece(word.Change), word.Text))],
            field.Sentence
        );

    private static Api.WordChange Piece(ChangeKind? change) =>
        change switch
        {
            ChangeKind.Added => Api.WordChange.Added,
            ChangeKind.Removed => Api.WordChange.Removed,
            _ => Api.WordChange.Same,
        };

    private static string Name(ChangeKind change) =>
        change switch
        {
            ChangeKind.Added => "added",
            ChangeKind.Removed => "removed",
            ChangeKind.Moved => "moved",
            ChangeKind.CommentsOnly => "comments-only",
            _ => "changed",
        };
}
