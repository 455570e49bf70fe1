using WebcareHub.Blueprint.Folders;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Blueprint;

/// <summary>
/// The folder <c>blueprint/</c> on disk, for the command line: check it, compare it, publish it, write it. Needs
/// <see cref="BlueprintService.AddBlueprint"/> for all but checking and comparing folders.
/// </summary>
public sealed class BlueprintFolder
{
    private readonly Publisher _publisher;
    private readonly EventStore.EventStore _store;

    internal BlueprintFolder(Publisher publisher, EventStore.EventStore store) => (_publisher, _store) = (publisher, store);

    /// <summary>Prints every finding as <c>file:line entry: sentence</c>, then what does nothing yet, and a closing line, Dutch.</summary>
    /// <param name="today">Review dates and last days of validity are looked at as of this day; null to leave them out.</param>
    /// <returns>Exit code: 0 when it may be published, 1 when there are errors or there is no blueprint.</returns>
    public static int Lint(string folder, TextWriter output, DateOnly? today = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        return LintFolder.Run(folder, output, today);
    }

    /// <summary>Prints what a folder changes against another one, Dutch.</summary>
    /// <returns>Exit code: 0, or 1 when one of them holds no blueprint.</returns>
    public static int Diff(string folder, string against, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return DiffFolder.Run(folder, against, output);
    }

    /// <summary>Prints what a folder changes against what was published, Dutch.</summary>
    /// <param name="release">As <c>nl:3</c>: that layer alone, against that release; null for every layer against its last one.</param>
    /// <returns>Exit code: 0, or 1 when the folder holds no blueprint or the release does not exist.</returns>
    public async Task<int> DiffAsync(string folder, string? release, TextWriter output, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(output);
        return await DiffFolder.RunAsync(folder, release, _store, output, ct);
    }

    /// <summary>Writes the layers in force into a folder, byte for byte as they were published, and the schemas beside them.</summary>
    /// <param name="folder">Made when it is not there. Of the layers written, files that are no longer part of them are removed.</param>
    /// <param name="layer">Only this one; null for all.</param>
    /// <returns>The releases written; empty when the layer does not exist or nothing was ever published.</returns>
    public Task<IReadOnlyList<Release>> ExportAsync(string folder, string? layer, CancellationToken ct) =>
        ExportFolder.RunAsync(folder, layer, _store, ct);

    /// <summary>Publishes every layer of the folder that differs from its last release: one transaction, one epoch.</summary>
    /// <param name="notes">What changed, Dutch; stands with each release.</param>
    /// <returns>The releases made; empty when everything was published before.</returns>
    /// <exception cref="FaultyBlueprintException">There are errors; nothing was published.</exception>
    public Task<IReadOnlyList<Release>> PublishAsync(string folder, string notes, AgentRef by, CancellationToken ct) =>
        PublishAsync(new FolderOffer(folder, notes), by, ct);

    /// <summary>The same, with a say about releases that others made since the folder was taken.</summary>
    /// <exception cref="FaultyBlueprintException">There are errors; nothing was published.</exception>
    /// <exception cref="OvertakenBlueprintException">Somebody published in between; nothing was published.</exception>
    public Task<IReadOnlyList<Release>> PublishAsync(FolderOffer offer, AgentRef by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(offer);
        return PublishFolder.RunAsync(offer, by, _publisher, _store, ct);
    }
}

/// <summary>A folder to publish.</summary>
/// <param name="Notes">What changed, Dutch; stands with each release.</param>
/// <param name="After">Per layer the release it builds on; a layer that is not named is not checked.</param>
/// <param name="KeepNewer">Leave a layer alone when the folder holds an earlier release of it: others went on since.</param>
public sealed record FolderOffer(string Path, string Notes, IReadOnlyDictionary<string, int>? After = null, bool KeepNewer = false);

/// <summary>A blueprint with errors was offered. The message holds the findings, one per line, Dutch.</summary>
public sealed class FaultyBlueprintException(string findings) : Exception(findings);

/// <summary>Somebody else published in between. The message says who and what, one line per layer, Dutch.</summary>
public sealed class OvertakenBlueprintException(string sentences) : Exception(sentences);
