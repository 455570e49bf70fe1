using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Api;

/// <summary>Published releases and what differs between two of them.</summary>
internal sealed class ReleaseCalls(ApiCalls api)
{
    internal Task<Releases> List(string? layer) => api.Get<Releases>("api/v1/releases" + BlueprintCalls.Query(("layer", layer)));

    internal Task<ReleaseChanges> Changes(string layer, int number, int from) =>
        api.Get<ReleaseChanges>($"api/v1/releases/{Uri.EscapeDataString(layer)}/{number}/changes?from={from}");

    internal Task<Municipalities> Municipalities() => api.Get<Municipalities>("api/v1/municipalities");
}
