using WebcareHub.Rulebooks;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Ingest.Chat.Sites;

/// <summary>The municipality's name and hours, from the blueprint it goes by. Kept as they were while the database is away.</summary>
internal sealed class Openings(Rulebook rulebook, TimeProvider time, ILogger<Openings> log)
{
    /// <param name="OpensAt">When it opens next (UTC); null when it is open, or does not open.</param>
    internal sealed record Now(string Name, bool Open, DateTimeOffset? OpensAt);

    public async Task<Now> NowAsync(string municipality, CancellationToken ct)
    {
        var blueprint = await ReadAsync(municipality, ct);
        var now = time.GetUtcNow();
        var open = blueprint?.IsOpen(now) ?? true;
        var opens = open || blueprint?.Hours.GetValueOrDefault("webcare") is not { } hours ? null : hours.NextOpening(now);
        return new(blueprint?.Voice.Name ?? municipality, open, opens);
    }

    private async Task<EffectiveBlueprint?> ReadAsync(string municipality, CancellationToken ct)
    {
        try
        {
            return (await rulebook.NowAsync(municipality, ct)).Blueprint;
        }
        catch (Exception exception) when (!ct.IsCancellationRequested && ServiceDefaults.Infrastructure.IsAway(exception))
        {
            log.LogInformation("The hours stay as they were: {Failure}", exception.GetType().Name);
            return rulebook.Last?.For(municipality).Blueprint;
        }
    }
}
