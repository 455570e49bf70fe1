using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Drafting;

/// <summary>
/// Somebody published while a draft was open: <c>POST /api/v1/drafts/{layer}/rebase</c> puts the draft on that release. What both changed is told,
/// and then nothing changes.
/// </summary>
internal static class RebaseDraft
{
    /// <summary>The draft on the newest release, or the conflicts, Dutch.</summary>
    /// <param name="before">The release the draft builds on.</param>
    /// <param name="newest">The release it goes to, with that <paramref name="number"/>.</param>
    internal static (DraftState Draft, IReadOnlyList<string> Conflicts) Decide(
        DraftState draft,
        IReadOnlyDictionary<string, string> before,
        IReadOnlyDictionary<string, string> newest,
        int number
    )
    {
        var edits = DraftEdits.Of(draft, before);
        var conflicts = edits
            .Files.Where(file => before.GetValueOrDefault(file.Key) != newest.GetValueOrDefault(file.Key))
            .Where(file => file.Value != newest.GetValueOrDefault(file.Key))
            .Select(file => $"Het bestand {file.Key} is intussen ook door een ander gewijzigd.")
            .Concat(edits.Entries.Select(edit => Conflict(edit, before, newest)).OfType<string>())
            .ToList();
        return conflicts.Count > 0
            ? (draft, conflicts)
            : (draft with { After = number, Files = edits.Files, Entries = edits.Entries }, conflicts);
    }

    internal static async Task<Results<Ok<RebasedDraft>, NotFound, ProblemHttpResult>> Post(
        string layer,
        Caller caller,
        DraftTable table,
        CancellationToken ct
    )
    {
        if (await table.OpenAsync(caller, layer, ct) is not { } open)
        {
            return TypedResults.NotFound();
        }

        var (draft, conflicts) = Decide(open.Draft, open.Release, open.Newest, open.NewestNumber);
        if (conflicts.Count > 0 || draft.After == open.Draft.After)
        {
            return TypedResults.Ok(new RebasedDraft(open.Shown(), conflicts));
        }

        return await table.SaveAsync(caller, open, draft, ct) is { } saved
            ? TypedResults.Ok(new RebasedDraft(saved.Shown(), []))
            : DraftTable.Elsewhere.Problem();
    }

    private static string? Conflict(EntryEdit edit, IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> newest)
    {
        var (was, now) = (EntryText.Read(before, edit.Section, edit.Id), EntryText.Read(newest, edit.Section, edit.Id));
        return was == now || now == edit.Text ? null
            : now is null ? $"{edit.Id} is intussen weggehaald."
            : $"{edit.Id} is intussen ook door een ander gewijzigd.";
    }
}
