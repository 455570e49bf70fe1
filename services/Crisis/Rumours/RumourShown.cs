using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.Crisis.Speaking;

namespace WebcareHub.Crisis.Rumours;

/// <summary>A rumour as the API shows it.</summary>
internal static class RumourShown
{
    /// <summary>Whether its answer stands on public pages: residents read only what is known to be so or not so.</summary>
    internal static bool IsPublic(RumourState rumour) =>
        rumour is { Answered.Answer: not null, Status: RumourStatus.True or RumourStatus.False };

    /// <param name="history">Its events in order.</param>
    internal static Rumour Of(IReadOnlyList<object> history, string tenant, Standing standing) =>
        Of(history.Aggregate(RumourState.None, RumourState.Evolve), tenant, standing) with
        {
            History = [.. history.Select(Step)],
        };

    /// <summary>Without what happened to it.</summary>
    internal static Rumour Of(RumourState rumour, string tenant, Standing standing)
    {
        var registered = rumour.Registered!;
        return new(
            registered.RumourId,
            registered.CrisisId,
            Exercise.Is(tenant),
            registered.Layer,
            standing.Places.InWords(registered.Layer),
            [.. registered.Area.Select(standing.Places.Part)],
            registered.Claim,
            rumour.Spread,
            rumour.Seen,
            rumour.Status,
            rumour.Basis,
            rumour.Owned?.Owner.Name,
            rumour.Owned?.OwnerMunicipality,
            rumour.Answered?.Answer,
            rumour.Answered?.Answer is null ? null : rumour.Answered.At,
            IsPublic(rumour),
            registered.At,
            rumour.ChangedAt,
            [],
            [.. May(standing, rumour)]
        );
    }

    private static IEnumerable<string> May(Standing standing, RumourState rumour)
    {
        (string Word, bool May)[] acts =
        [
            ("spread", true),
            ("owner", !Own.Has(standing, rumour)),
            ("status", Judging.May(standing, rumour)),
            ("answer", Judging.May(standing, rumour)),
        ];
        return acts.Where(act => act.May).Select(act => act.Word);
    }

    private static RumourStep Step(object happened) =>
        happened switch
        {
            RumourRegistered e => new(e.At, $"Gemeld, {Times(e.Seen)} gezien. {e.Spread}", e.By.Name, e.Municipality),
            RumourSpreadNoted e => new(e.At, $"{Times(e.Seen)} gezien. {e.Spread}", e.By.Name, e.Municipality),
            RumourStatusChanged e => new(e.At, $"{InWords(e.Status)}. {e.Basis}", e.By.Name, e.Municipality),
            RumourOwned e => new(e.At, $"{e.Owner.Name} zoekt dit uit.", e.By.Name, e.Municipality),
            RumourAnswered { Answer: { } answer } e => new(e.At, $"Antwoord: {answer}", e.By.Name, e.Municipality),
            RumourAnswered e => new(e.At, "Het antwoord geldt niet meer.", e.By.Name, e.Municipality),
            _ => throw new InvalidOperationException($"{happened.GetType().Name} is not of a rumour."),
        };

    private static string Times(int seen) => $"{seen} keer";

    private static string InWords(RumourStatus status) =>
        status switch
        {
            RumourStatus.True => "Dit klopt",
            RumourStatus.False => "Dit klopt niet",
            _ => "Nog niet bekend of dit klopt",
        };
}
