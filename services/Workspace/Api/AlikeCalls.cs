using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Api;

/// <summary>Questions that are nearly the same, and one answer to all of them.</summary>
internal sealed class AlikeCalls(ApiCalls api)
{
    /// <param name="crisis">Over its scope; null: the colleague's own municipality.</param>
    internal Task<AlikeGroups> Groups(Guid? crisis) => api.Get<AlikeGroups>("api/v1/alike-groups" + For(crisis));

    internal Task<AlikeGroup> Group(Guid id, Guid? crisis) => api.Get<AlikeGroup>($"api/v1/alike-groups/{id}" + For(crisis));

    /// <summary>What would go to whom; nothing is kept.</summary>
    internal async Task<AnswerToManyPreview> Preview(NewAnswerToMany answer) =>
        await api.Post<AnswerToManyPreview>("api/v1/answers-to-many/preview", answer)
        ?? throw new ApiRefusal(502, "empty", Texts.ErrorApiAway, []);

    internal Task<AnswerToMany?> Send(NewAnswerToMany answer) => api.Post<AnswerToMany>("api/v1/answers-to-many", answer);

    internal Task<AnswersToMany> Sent(Guid? crisis) => api.Get<AnswersToMany>("api/v1/answers-to-many" + For(crisis));

    internal Task<AnswerToMany> One(Guid id, Guid? crisis) => api.Get<AnswerToMany>($"api/v1/answers-to-many/{id}" + For(crisis));

    internal Task<AnswerToMany?> Undo(Guid id, Guid? crisis) => api.Post<AnswerToMany>($"api/v1/answers-to-many/{id}/undo" + For(crisis));

    internal Task<AnswerToMany?> Stop(Guid id, Guid? crisis) => api.Post<AnswerToMany>($"api/v1/answers-to-many/{id}/stop" + For(crisis));

    private static string For(Guid? crisis) => BlueprintCalls.Query(("crisis", crisis?.ToString()));
}
