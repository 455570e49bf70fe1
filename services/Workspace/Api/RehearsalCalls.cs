using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Api;

/// <summary>Waves of messages for an exercise, and what came of it.</summary>
internal sealed class RehearsalCalls(ApiCalls api)
{
    internal Task<RehearsalWaves> Waves(Guid crisis) => api.Get<RehearsalWaves>($"api/v1/crises/{crisis}/waves");

    internal Task<Wave?> Start(Guid crisis, NewWave wave) => api.Post<Wave>($"api/v1/crises/{crisis}/waves", wave);

    internal Task<Wave?> Stop(Guid crisis, Guid wave) => api.Post<Wave>($"api/v1/crises/{crisis}/waves/{wave}/stop");

    internal Task<Wave?> Resume(Guid crisis, Guid wave) => api.Post<Wave>($"api/v1/crises/{crisis}/waves/{wave}/resume");

    internal Task<RehearsalReport> Report(Guid crisis) => api.Get<RehearsalReport>($"api/v1/crises/{crisis}/rehearsal");
}
