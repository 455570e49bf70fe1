namespace WebcareHub.EventStore;

/// <summary>Names a stream: the municipality it belongs to (Marten's tenant) and its key, e.g. <c>conversation-0198…</c>.</summary>
/// <param name="Tenant">CBS code, or for streams of no municipality the code of their layer.</param>
/// <param name="Key">Key within the tenant.</param>
public readonly record struct StreamKey(string Tenant, string Key)
{
    /// <summary>The stream of a layer of the blueprint; its tenant is the layer itself.</summary>
    public static StreamKey OfLayer(string code) => new(code, $"blueprint-{code}");
}
