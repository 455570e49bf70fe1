using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Api;

/// <summary>What a colleague sees of, and does to, one conversation.</summary>
internal sealed class ConversationCommands(ApiCalls api, Guid id)
{
    internal Task<ConversationDetail> Read() => api.Get<ConversationDetail>(Path(""));

    internal Task<Guidance> Guidance() => api.Get<Guidance>(Path("/guidance"));

    internal Task<IReadOnlyList<StandardAnswer>> Answers() => api.Get<IReadOnlyList<StandardAnswer>>(Path("/answers"));

    internal Task<ConversationTrace> Trace() => api.Get<ConversationTrace>(Path("/trace"));

    internal Task Claim(long version) => Do("/claim", new OnVersion(version));

    internal Task Release(long version) => Do("/release", new OnVersion(version));

    internal Task Reopen(long version) => Do("/reopen", new OnVersion(version));

    internal Task Reply(NewReply reply) => Do("/replies", reply);

    internal Task Settle(Guid reply, SettleReply decision) => Do($"/replies/{reply}/settlement", decision);

    internal Task Hide(Guid message, bool hide) => Do($"/messages/{message}/{(hide ? "hide" : "unhide")}", new { });

    internal Task Note(NewNote note) => Do("/notes", note);

    internal Task CorrectTopic(CorrectTopic topic) => Do("/topic", topic);

    internal Task HandOver(HandOver to) => Do("/hand-over", to);

    internal Task Snooze(Snooze until) => Do("/snooze", until);

    internal Task Promise(NewPromise promise) => Do("/promise", promise);

    internal Task KeepPromise(long version) => Do("/promise/kept", new OnVersion(version));

    internal Task Resolve(Resolve how) => Do("/resolve", how);

    internal Task Share(ShareConversation with) => Do("/share", with);

    internal Task TakeBack() => Do("/take-back", new { });

    private Task<object?> Do(string what, object command) => api.Post<object>(Path(what), command);

    private string Path(string what) => $"api/v1/conversations/{id}{what}";
}
