using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Api;

/// <summary>How a municipality takes part, and its plan.</summary>
internal sealed class JoiningCalls(ApiCalls api)
{
    internal Task<Membership> Membership() => api.Get<Membership>("api/v1/memberships");

    internal Task<Release?> Join(NewMembership membership) => api.Post<Release>("api/v1/memberships", membership);

    internal Task<Plan> Plan(string municipality) => api.Get<Plan>($"api/v1/plans/{municipality}");

    internal Task<Municipalities> Register() => api.Get<Municipalities>("api/v1/municipalities");
}
