using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.Crisis.Switching;
using WebcareHub.EventStore;

namespace WebcareHub.Crisis.Rehearsing.Reporting;

/// <summary>What happened in an exercise, in sentences: its waves, and what was switched. Pure.</summary>
internal static class Timeline
{
    public static IReadOnlyList<RehearsalMoment> Of(IEnumerable<RecordedEvent> crisis, IEnumerable<RecordedEvent> waves, Layers layers)
    {
        var titles = waves.Select(recorded => recorded.Data).OfType<WaveStarted>().ToDictionary(wave => wave.WaveId, wave => wave.Title);
        return
        [
            .. crisis
                .Concat(waves)
                .Select(recorded => Say(recorded.Data, titles, layers))
                .OfType<RehearsalMoment>()
                .OrderBy(moment => moment.At),
        ];
    }

    private static RehearsalMoment? Say(object what, IReadOnlyDictionary<Guid, string> titles, Layers layers) =>
        what switch
        {
            CrisisPrepared e => new(e.At, $"{e.Title} is voorbereid.", e.By.Name),
            CrisisDeclared e => new(e.At, $"De oefening begint voor {layers.InWords(e.Scope)}.", e.By.Name),
            PhaseChanged { To: CrisisPhase.ScaledUp } e => new(e.At, $"Opgeschaald naar {layers.InWords(e.Scope)}.", e.By.Name),
            PhaseChanged { To: CrisisPhase.ScaledDown } e => new(e.At, $"Afgeschaald naar {layers.InWords(e.Scope)}.", e.By.Name),
            GripTold e => new(e.At, $"GRIP {e.Level} voor {layers.InWords([e.Region])}, volgens {e.ToldBy}.", e.By.Name),
            CrisisEnded e => new(e.At, "De oefening is voorbij.", e.By.Name),
            WaveStarted e => new(e.At, $"De golf {e.Title} begint: {e.Messages} berichten, {e.Factor:0.#} keer zo snel.", e.By.Name),
            WaveHeld e => new(e.At, $"De golf {Title(titles, e.WaveId)} staat stil na {e.Sent} berichten.", e.By?.Name),
            WaveResumed e => new(e.At, $"De golf {Title(titles, e.WaveId)} gaat verder.", e.By.Name),
            WaveDone e => new(e.At, $"De golf {Title(titles, e.WaveId)} is voorbij: {e.Sent} berichten.", null),
            _ => null,
        };

    private static string Title(IReadOnlyDictionary<Guid, string> titles, Guid wave) => titles.GetValueOrDefault(wave) ?? "";
}
