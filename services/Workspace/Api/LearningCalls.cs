using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Api;

/// <summary>What questions teach: topics top to tail, and a page about one of them.</summary>
internal sealed class LearningCalls(ApiCalls api)
{
    internal Task<TopicRanking> Topics(FigureQuestion asked) => api.Get<TopicRanking>("api/v1/figures/topics" + asked.Query);

    internal Task<TopicDigest> Digest(FigureQuestion asked, string? topic, string? theme) =>
        api.Get<TopicDigest>("api/v1/figures/topics/digest" + DigestQuery(asked, topic, theme));

    /// <summary>What was measured before and after a release.</summary>
    internal Task<ReleaseEffect> Effect(string layer, int release) =>
        api.Get<ReleaseEffect>($"api/v1/figures/effect?layer={Uri.EscapeDataString(layer)}&release={release}");

    internal static string DigestQuery(FigureQuestion asked, string? topic, string? theme) =>
        asked.Query + BlueprintCalls.Query(("topic", topic), ("theme", theme)).Replace('?', '&');
}
