using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Api;

/// <summary>The colleague's drafts of layers.</summary>
internal sealed class DraftCalls(ApiCalls api)
{
    internal Task<Contracts.Api.Drafts> All() => api.Get<Contracts.Api.Drafts>("api/v1/drafts");

    internal Task<Draft> Read(string layer) => api.Get<Draft>($"api/v1/drafts/{layer}");

    internal Task<Draft> Save(string layer, string section, string id, SaveEntry entry) =>
        api.Put<Draft>($"api/v1/drafts/{layer}/entries/{section}/{Uri.EscapeDataString(id)}", entry);

    internal async Task<DraftFindings> Validate(string layer) =>
        await api.Post<DraftFindings>($"api/v1/drafts/{layer}/validation") ?? new DraftFindings(true, []);

    internal Task<Release?> Publish(string layer, PublishDraft draft) => api.Post<Release>($"api/v1/drafts/{layer}/publication", draft);

    internal Task<RebasedDraft?> Rebase(string layer) => api.Post<RebasedDraft>($"api/v1/drafts/{layer}/rebase");

    internal Task ThrowAway(string layer) => api.Delete($"api/v1/drafts/{layer}");
}
