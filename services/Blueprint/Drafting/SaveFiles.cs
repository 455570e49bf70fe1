using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Drafting;

/// <summary><c>PUT /api/v1/drafts/{layer}</c>: the changed files of a draft, whole. Edits of single entries made before are part of them then.</summary>
internal static partial class SaveFiles
{
    private const int MostCharacters = 4_000_000;

    /// <summary>The draft with these files, or why not.</summary>
    internal static (DraftState? Draft, Refusal? Refusal) Decide(DraftState draft, SaveDraft save) =>
        save switch
        {
            { Files: null } => (null, new(400, "Er zijn geen bestanden", "Noem de gewijzigde bestanden van deze laag.")),
            _ when save.Version != draft.Version => (null, DraftTable.Elsewhere),
            _ when save.Files.Keys.FirstOrDefault(path => !Path().IsMatch(path)) is { } path => (
                null,
                new(
                    400,
                    "Dit bestand kan niet",
                    $"'{path}' is geen pad binnen de laag. Gebruik kleine letters, cijfers, - en /, en .yaml, .md of .csv."
                )
            ),
            _ when save.Files.Values.Sum(content => content?.Length ?? 0) > MostCharacters => (
                null,
                new(400, "Dit concept is te groot", "Een laag past in vier miljoen tekens.")
            ),
            _ => (draft with { Files = save.Files, Entries = [] }, null),
        };

    internal static async Task<Results<Ok<Draft>, NotFound, ProblemHttpResult>> Put(
        string layer,
        SaveDraft save,
        Caller caller,
        DraftTable table,
        CancellationToken ct
    )
    {
        if (await table.OpenAsync(caller, layer, ct) is not { } open)
        {
            return TypedResults.NotFound();
        }

        var (draft, refusal) = Decide(open.Draft, save);
        if (draft is null)
        {
            return refusal!.Problem();
        }

        return await table.SaveAsync(caller, open, draft, ct) is { } saved
            ? TypedResults.Ok(saved.Shown())
            : DraftTable.Elsewhere.Problem();
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*(/[A-Za-z0-9][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*)*\.(yaml|yml|md|csv)\z")]
    internal static partial Regex Path();
}
