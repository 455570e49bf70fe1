using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;

namespace WebcareHub.Workspace.Api;

/// <summary>The register of rumours.</summary>
internal sealed class RumourCalls(ApiCalls api)
{
    internal Task<Rumours> List(Guid crisis) => api.Get<Rumours>($"api/v1/rumours?crisis={crisis}");

    internal Task<Rumour?> Register(RegisterRumour rumour) => api.Post<Rumour>("api/v1/rumours", rumour);

    internal Task<Rumour?> Spread(Guid id, string spread, int seen) =>
        api.Post<Rumour>($"api/v1/rumours/{id}/spread", new NoteRumourSpread(spread, seen));

    internal Task<Rumour?> Status(Guid id, RumourStatus status, string basis) =>
        api.Post<Rumour>($"api/v1/rumours/{id}/status", new ChangeRumourStatus(status, basis));

    internal Task<Rumour?> Own(Guid id) => api.Post<Rumour>($"api/v1/rumours/{id}/owner");

    internal Task<Rumour?> Answer(Guid id, string? answer) => api.Post<Rumour>($"api/v1/rumours/{id}/answer", new AnswerRumour(answer));
}
