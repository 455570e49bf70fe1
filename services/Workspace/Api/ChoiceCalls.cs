using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Api;

/// <summary>What is on offer, what was chosen, and where the municipality differs.</summary>
internal sealed class ChoiceCalls(ApiCalls api)
{
    internal Task<Offers> Offers() => api.Get<Offers>("api/v1/offers");

    /// <summary>Own entries of other municipalities that share theirs.</summary>
    internal Task<SharedEntries> Shared(string? section, string? words) =>
        api.Get<SharedEntries>("api/v1/shared-entries" + BlueprintCalls.Query(("section", section), ("words", words)));

    internal Task<DriftView> Drift() => api.Get<DriftView>("api/v1/drift");

    internal async Task<ChoiceMade> Choose(NewChoice choice) =>
        await api.Post<ChoiceMade>("api/v1/choices", choice) ?? throw new ApiRefusal(502, "empty", Texts.ErrorApiAway, []);
}
