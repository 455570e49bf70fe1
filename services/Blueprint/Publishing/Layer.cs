using WebcareHub.Contracts.Blueprint;
using WebcareHub.EventStore;

namespace WebcareHub.Blueprint.Publishing;

/// <summary>A layer of the blueprint: what was published of it, oldest first.</summary>
/// <param name="Code"><c>nl</c>, a region id or a CBS code.</param>
internal sealed record Layer(string Code, IReadOnlyList<ReleasePublished> Releases)
{
    internal static readonly Layer None = new("", []);

    internal ReleasePublished? Last => Releases.Count == 0 ? null : Releases[^1];

    internal static Layer Evolve(Layer layer, RecordedEvent recorded) =>
        recorded.Data switch
        {
            ReleasePublished published => new(published.Layer, [.. layer.Releases, published]),
            _ => layer,
        };
}
