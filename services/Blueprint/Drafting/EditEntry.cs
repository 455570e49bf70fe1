using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.Contracts.Api;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Drafting;

/// <summary>
/// <c>PUT /api/v1/drafts/{layer}/entries/{section}/{id}</c>: one entry as text. A text that is not finished is kept as well; validation tells
/// what is missing.
/// </summary>
internal static class EditEntry
{
    private const int MostCharacters = 100_000;

    /// <param name="release">The files the draft builds on.</param>
    internal static (DraftState? Draft, Refusal? Refusal) Decide(
        DraftState draft,
        EntryEdit edit,
        long version,
        IReadOnlyDictionary<string, string> release
    ) =>
        edit switch
        {
            _ when version != draft.Version => (null, DraftTable.Elsewhere),
            { Text.Length: > MostCharacters } => (
                null,
                new(400, "Dit onderdeel is te lang", "Een onderdeel past in honderdduizend tekens.")
            ),
            { File: { } file } when !SaveFiles.Path().IsMatch(file) => (
                null,
                new(400, "Dit bestand kan niet", $"'{file}' is geen pad binnen de laag.")
            ),
            _ when !EntryText.IsSection(edit.Section) => (null, new(400, "Dit kopje bestaat niet", $"Er is geen kopje '{edit.Section}'.")),
            _ => (draft.With(edit, release), null),
        };

    internal static async Task<Results<Ok<Draft>, NotFound, ProblemHttpResult>> Put(
        [AsParameters] EntryAddress at,
        SaveEntry save,
        Caller caller,
        DraftTable table,
        CancellationToken ct
    )
    {
        if (await table.OpenAsync(caller, at.Layer, ct) is not { } open)
        {
            return TypedResults.NotFound();
        }

        var edit = new EntryEdit(at.Section, at.Id, string.IsNullOrWhiteSpace(save.Text) ? null : save.Text, save.File);
        var (draft, refusal) = Decide(open.Draft, edit, save.Version, open.Release);
        if (draft is null)
        {
            return refusal!.Problem();
        }

        return await table.SaveAsync(caller, open, draft, ct) is { } saved
            ? TypedResults.Ok(saved.Shown())
            : DraftTable.Elsewhere.Problem();
    }

    /// <summary>Where the entry stands.</summary>
    internal sealed record EntryAddress(string Layer, string Section, string Id);
}
