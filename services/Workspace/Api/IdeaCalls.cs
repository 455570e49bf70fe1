using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Api;

/// <summary>Ideas on the blueprint and what becomes of them.</summary>
internal sealed class IdeaCalls(ApiCalls api)
{
    internal Task<IdeaPage> List(string? layer, string? status, string? after) =>
        api.Get<IdeaPage>("api/v1/ideas" + BlueprintCalls.Query(("layer", layer), ("status", status), ("after", after)));

    /// <summary>Those whose author is the colleague who asks.</summary>
    internal Task<IdeaPage> Mine() => api.Get<IdeaPage>("api/v1/ideas?mine=true");

    internal Task<IdeaPage> On(string layer, string section, string entry) =>
        api.Get<IdeaPage>("api/v1/ideas" + BlueprintCalls.Query(("layer", layer), ("section", section), ("entry", entry)));

    internal async Task<IdeaPage> Search(IdeaSearch search) =>
        await api.Post<IdeaPage>("api/v1/ideas/_search", search) ?? new IdeaPage([], null);

    internal Task<FormulaPage> Formulas(string? stage, string? after) =>
        api.Get<FormulaPage>("api/v1/formulas" + BlueprintCalls.Query(("stage", stage), ("after", after)));

    internal Task<IdeaDetail> Read(Guid id) => api.Get<IdeaDetail>(Path(id));

    internal Task<IdeaDetail?> Raise(NewIdea idea) => api.Post<IdeaDetail>("api/v1/ideas", idea);

    internal Task Comment(Guid id, string words) => api.Post<IdeaDetail>(Path(id) + "/comments", new NewComment(words));

    internal Task Vote(Guid id, bool wanted) => wanted ? api.Put<IdeaDetail>(Path(id) + "/vote", new { }) : api.Delete(Path(id) + "/vote");

    internal Task Withdraw(Guid id) => api.Post<IdeaDetail>(Path(id) + "/withdraw", new { });

    internal Task Decline(Guid id, string reason) => api.Post<IdeaDetail>(Path(id) + "/decline", new WithReason(reason));

    internal Task Reopen(Guid id) => api.Post<IdeaDetail>(Path(id) + "/reopen", new { });

    internal Task Step(Guid id, NewFormulaStep step) => api.Post<IdeaDetail>(Path(id) + "/formula", step);

    private static string Path(Guid id) => $"api/v1/ideas/{id}";
}
