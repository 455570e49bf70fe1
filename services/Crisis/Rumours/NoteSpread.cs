using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.Crisis.Speaking;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.ServiceDefaults.Deciding.Outcome;

namespace WebcareHub.Crisis.Rumours;

/// <summary>Any colleague says how far it goes round now.</summary>
internal static class NoteSpread
{
    private const int MostSeen = 1_000_000;

    internal static Outcome Decide(Standing standing, RumourState rumour, NoteRumourSpread command) =>
        Check(command.Spread, command.Seen) is { } refusal ? new([], refusal)
        : rumour.Spread == command.Spread.Trim() && rumour.Seen == command.Seen ? Nothing
        : Accept(new RumourSpreadNoted(command.Spread.Trim(), command.Seen, standing.Municipality, standing.Agent, standing.Now));

    internal static Refusal? Check(string? spread, int seen) =>
        Texts.Check(spread, "waar en hoe ver het rondgaat", Register.MaxSpread)
        ?? (seen is < 0 or > MostSeen ? new("Noem hoeveel berichten hierover zijn gezien.", Refusal.Invalid) : null);

    internal static Task<Results<Ok<Rumour>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        NoteRumourSpread command,
        Caller caller,
        RumourDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, id, (standing, rumour) => Decide(standing, rumour, command), ct);
}
