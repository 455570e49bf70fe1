using System.Collections.Immutable;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.EventStore;

namespace WebcareHub.Crisis.CoreMessages;

/// <summary>What the events of a core message make.</summary>
/// <param name="Issued">The newest version.</param>
/// <param name="Stands">What each municipality did, by CBS code.</param>
internal sealed record CoreMessageState(
    CoreMessageIssued? Issued,
    CoreMessageWithdrawn? Withdrawn,
    ImmutableDictionary<string, MunicipalityStand> Stands
)
{
    internal static readonly CoreMessageState None = new(null, null, ImmutableDictionary<string, MunicipalityStand>.Empty);

    internal static CoreMessageState Evolve(CoreMessageState state, RecordedEvent recorded) => Evolve(state, recorded.Data);

    internal static CoreMessageState Evolve(CoreMessageState state, object happened) =>
        happened switch
        {
            CoreMessageIssued issued => state with { Issued = issued },
            CoreMessageReleased e => state.With(
                e.Municipality,
                new(CoreMessageStand.Released, e.Version, e.Title, e.Text, e.ValidFrom, e.ValidUntil, e.StandOf, null, e.By.Name, e.At)
            ),
            CoreMessageLocalised e => state.With(
                e.Municipality,
                new(CoreMessageStand.Localised, e.Version, e.Title, e.Text, e.ValidFrom, e.ValidUntil, e.StandOf, null, e.By.Name, e.At)
            ),
            CoreMessageDeclined e => state.With(
                e.Municipality,
                new(CoreMessageStand.Declined, e.Version, "", null, e.At, null, e.At, e.Reason, e.By.Name, e.At)
            ),
            CoreMessageWithdrawn withdrawn => state with { Withdrawn = withdrawn },
            _ => state,
        };

    private CoreMessageState With(string municipality, MunicipalityStand stand) =>
        this with
        {
            Stands = Stands.SetItem(municipality, stand),
        };
}

/// <summary>What a municipality did with a core message, last.</summary>
/// <param name="Said">What its residents read; null when it declined.</param>
internal sealed record MunicipalityStand(
    CoreMessageStand Stand,
    int Version,
    string Title,
    string? Said,
    DateTimeOffset ValidFrom,
    DateTimeOffset? ValidUntil,
    DateTimeOffset StandOf,
    string? Reason,
    string By,
    DateTimeOffset At
);
