using WebcareHub.RulesOfEngagement;
using Api = WebcareHub.Contracts.Api;

namespace WebcareHub.Blueprint.Reading;

/// <summary>Entries and differences as the API shows them.</summary>
internal static class Shown
{
    internal static Api.EntryRow Row(this Edition edition, CatalogueEntry entry) =>
        new(
            entry.Section,
            entry.Id,
            entry.Title,
            entry.Theme,
            entry.Layer,
            edition.NameOf(entry.Layer),
            State(entry.Standing),
            entry.Mandatory,
            entry.Owner,
            entry.ReviewOn
        );

    internal static Api.EntryState State(EntryStanding standing) =>
        standing switch
        {
            EntryStanding.Adopted => Api.EntryState.Adopted,
            EntryStanding.Deferred => Api.EntryState.Deferred,
            EntryStanding.Deviates => Api.EntryState.Deviates,
            EntryStanding.SwitchedOff or EntryStanding.Withdrawn => Api.EntryState.Off,
            EntryStanding.AddedLocally or EntryStanding.Copied => Api.EntryState.Own,
            EntryStanding.Offered => Api.EntryState.Offered,
            _ => Api.EntryState.Inherited,
        };

    internal static Api.EntryDrift Drift(Drift drift) =>
        new(drift.Reason, drift.SinceAt, [.. drift.Fields.Select(Difference)], [.. drift.Upstream.Select(change => change.Sentence)]);

    internal static Api.FieldDifference Difference(FieldDifference field) =>
        new(field.Field, field.Before, field.After, [.. field.Words.Select(Piece)]);

    private static Api.WordPiece Piece(WordDifference word) =>
        new(
            word.Change switch
            {
                ChangeKind.Added => Api.WordChange.Added,
                ChangeKind.Removed => Api.WordChange.Removed,
                _ => Api.WordChange.Same,
            },
            word.Text
        );
}
