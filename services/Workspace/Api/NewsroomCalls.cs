using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Api;

/// <summary>The newsroom: what happens, and what is behind each number of it.</summary>
internal sealed class NewsroomCalls(ApiCalls api)
{
    /// <param name="at">Null for now.</param>
    internal Task<Newsroom> Read(string? scope, DateTimeOffset? at) =>
        api.Get<Newsroom>("api/v1/newsroom" + BlueprintCalls.Query(("scope", scope), ("at", FigureCalls.Iso(at))));

    internal Task<ConversationsBehind> Behind(string what, string? scope, DateTimeOffset? at, NumberPart part) =>
        api.Get<ConversationsBehind>(
            "api/v1/newsroom/conversations"
                + BlueprintCalls.Query(
                    ("what", what),
                    ("scope", scope),
                    ("at", FigureCalls.Iso(at)),
                    ("channel", part.Channel),
                    ("municipality", part.Municipality),
                    ("topic", part.Topic)
                )
        );
}

/// <summary>The part of a number that is asked about; null: all of it.</summary>
internal sealed record NumberPart(string? Channel = null, string? Municipality = null, string? Topic = null);
