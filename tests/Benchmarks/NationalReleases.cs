using System.Diagnostics;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;
using WebcareHub.RulesOfEngagement;
using WebcareHub.Testing;
using Blueprints = WebcareHub.RulesOfEngagement.Blueprint;

namespace WebcareHub.Benchmarks;

/// <summary>Puts marked releases of the national layer in force as Blueprint does, without its own work on the machine that measures.</summary>
internal sealed class NationalReleases(BenchSystem system) : IDisposable
{
    private readonly IHost _host = StoreHost.Build(system.ConnectionString, counting: false);
    private readonly LayerFiles _national = LayerFiles
        .FromBlueprint(ProjectFolders.Blueprint)
        .Single(layer => layer.Code == Blueprints.National);

    // The first is of the blueprint folder.
    private int _last = 1;

    internal async Task<MarkedInForce> PublishAsync(string mark)
    {
        int number = _last++ + 1;
        await using EventSession session = await _host
            .Services.GetRequiredService<EventStore.EventStore>()
            .OpenAsync([Blueprints.National], null, CancellationToken.None);
        Dictionary<string, string> files = MarkedRelease.Of(_national.Files, mark);
        session.Append(
            StreamKey.OfLayer(Blueprints.National),
            number - 1,
            [new ReleasePublished(Blueprints.National, number, "", files, mark, new AgentRef("bench", "Bench"), DateTimeOffset.UtcNow)]
        );
        session.RaiseEpoch(Blueprints.National, number);
        long began = Stopwatch.GetTimestamp();
        await session.CommitAsync(CancellationToken.None);
        return new(number, mark, began, Stopwatch.GetTimestamp());
    }

    public void Dispose() => _host.Dispose();
}
