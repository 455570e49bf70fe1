using WebcareHub.Blueprint.Drafting;
using WebcareHub.Blueprint.Reading;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;
using Rules = WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Previewing;

/// <summary>The blueprint as it would be with a draft or another release of one layer; the others as they are in force.</summary>
internal sealed class Candidates(Bookcase bookcase, DraftTable drafts)
{
    internal Task<Edition> InForceAsync(CancellationToken ct) => bookcase.NowAsync(ct);

    /// <summary>Null when that layer is not above the caller's municipality, or there is no such release or draft.</summary>
    internal async Task<Rules.Blueprint?> FindAsync(Caller caller, Edition edition, PreviewOf of, CancellationToken ct)
    {
        if (!edition.ChainOf(caller.Municipality).Contains(of.Layer))
        {
            return null;
        }

        var files = of.Release is { } number
            ? edition.Layers.GetValueOrDefault(of.Layer)?.Releases.FirstOrDefault(release => release.Number == number)?.Files
            : (await drafts.OpenAsync(caller, of.Layer, ct))?.Files;
        return files is null ? null : edition.AsIfHeld(of.Layer, files);
    }
}
