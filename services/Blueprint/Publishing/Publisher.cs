using WebcareHub.Blueprint.Proposals;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Bus;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults.Bus;
using Rules = WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Publishing;

/// <summary>Writes releases and raises the epoch, both in one transaction; the bus then makes it fast, the epoch row makes it true.</summary>
internal sealed partial class Publisher(EventStore.EventStore store, TimeProvider time, ILogger<Publisher> log, OutgoingBus? bus = null)
{
    private static readonly TimeSpan HintTimeout = TimeSpan.FromSeconds(2);

    internal async Task<Publish.Outcome> PublishAsync(NewRelease release, AgentRef by, CancellationToken ct) =>
        (await PublishAsync([release], by, ct))[0];

    /// <summary>Publishes several layers at once: all of them come into force with one epoch, or none does.</summary>
    internal async Task<IReadOnlyList<Publish.Outcome>> PublishAsync(IReadOnlyList<NewRelease> offered, AgentRef by, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryPublishAsync(offered, by, ct);
            }
            catch (StaleVersionException) when (attempt < 5)
            {
                // Somebody published one of these layers between our read and our write: look again, so that the refusal can name that release.
            }
        }
    }

    private async Task<IReadOnlyList<Publish.Outcome>> TryPublishAsync(IReadOnlyList<NewRelease> offered, AgentRef by, CancellationToken ct)
    {
        await using var shelf = await Shelf.OpenAsync(store, offered.Select(release => release.Layer), ct);
        var findings = Lint(shelf, offered);
        var now = time.GetUtcNow();
        var outcomes = offered.Select(release => Publish.Decide(shelf[release.Layer], release, findings, by, now)).ToList();
        if (outcomes.Exists(outcome => outcome is Publish.Faulty or Publish.Overtaken))
        {
            return outcomes;
        }

        for (var at = 0; at < offered.Count; at++)
        {
            outcomes[at] = await EncloseAsync(shelf, offered[at], outcomes[at], by, ct);
        }

        if (outcomes.Exists(outcome => outcome is Publish.Misnamed))
        {
            return outcomes;
        }

        var releases = outcomes.OfType<Publish.Published>().Select(published => published.Release).ToList();
        if (releases.Count > 0)
        {
            await shelf.CommitAsync(releases, ct);
            await HintAsync((await Shelf.EpochAsync(store, ct)).Number);
        }

        return outcomes;
    }

    /// <summary>Names and credits the proposals a release holds; they are released with it.</summary>
    private static async Task<Publish.Outcome> EncloseAsync(
        Shelf shelf,
        NewRelease offered,
        Publish.Outcome outcome,
        AgentRef by,
        CancellationToken ct
    )
    {
        if (outcome is not Publish.Published { Release: var release } || offered.Proposals is not { Count: > 0 })
        {
            return outcome;
        }

        var enclosed = await Enclosed.ReadAsync(shelf.Session, offered, by, release.At, ct);
        if (enclosed.Refusal is { } sentence)
        {
            return new Publish.Misnamed(sentence);
        }

        enclosed.Collect(release.Number, by, release.At);
        return new Publish.Published(release with { Proposals = enclosed.Named });
    }

    /// <summary>
    /// Looks at the whole blueprint as it would be, because an entry may lean on one in another layer. What goes wrong in a layer that is not
    /// offered stops nobody: there the entry is left out, and its owner hears of it.
    /// </summary>
    private static IReadOnlyList<Finding> Lint(Shelf shelf, IReadOnlyList<NewRelease> offered)
    {
        var layers = shelf.InForce.ToDictionary(layer => layer.Code);
        foreach (var release in offered)
        {
            layers[release.Layer] = new(release.Layer, release.Files, (shelf[release.Layer].Last?.Number ?? 0) + 1);
        }

        var earlier = shelf.Earlier.Concat(shelf.InForce.Where(layer => layers[layer.Code].Release != layer.Release));
        var findings = Rules.Blueprint.Read([.. layers.Values], earlier: [.. earlier]).Findings;
        return [.. findings.Where(finding => offered.Any(release => release.Layer == finding.Layer))];
    }

    private async Task HintAsync(long epoch)
    {
        if (bus is null)
        {
            return;
        }

        try
        {
            using var patience = new CancellationTokenSource(HintTimeout);
            await bus.PublishAsync(new EpochMovedOn(epoch), patience.Token);
        }
#pragma warning disable CA1031 // The release is in force already; routing finds the epoch row by itself.
        catch (Exception trouble)
#pragma warning restore CA1031
        {
            HintLost(log, trouble, epoch);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Epoch {Epoch} is in force, but the bus did not take the hint")]
    private static partial void HintLost(ILogger logger, Exception trouble, long epoch);
}
