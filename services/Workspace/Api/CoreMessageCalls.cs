using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Api;

/// <summary>Core messages: issued by a coordinator or spokesperson, decided about per municipality.</summary>
internal sealed class CoreMessageCalls(ApiCalls api)
{
    internal Task<CoreMessages> List(Guid crisis) => api.Get<CoreMessages>($"api/v1/core-messages?crisis={crisis}&withdrawn=true");

    internal Task<CoreMessage> Read(Guid id) => api.Get<CoreMessage>(Path(id));

    internal Task<CoreMessage?> Issue(IssueCoreMessage message) => api.Post<CoreMessage>("api/v1/core-messages", message);

    internal Task<CoreMessage?> Renew(Guid id, NewCoreMessageVersion version) => api.Post<CoreMessage>(Path(id) + "/versions", version);

    internal Task<CoreMessage?> Release(Guid id, int version) => api.Post<CoreMessage>(Path(id) + "/release", new OnCoreMessage(version));

    internal Task<CoreMessage?> Localise(Guid id, int version, string text) =>
        api.Post<CoreMessage>(Path(id) + "/localise", new LocaliseCoreMessage(version, text));

    internal Task<CoreMessage?> Decline(Guid id, int version, string reason) =>
        api.Post<CoreMessage>(Path(id) + "/decline", new DeclineCoreMessage(version, reason));

    internal Task<CoreMessage?> Withdraw(Guid id, string reason, string? correction) =>
        api.Post<CoreMessage>(Path(id) + "/withdraw", new WithdrawCoreMessage(reason, correction));

    internal Task<CoreMessageBoard> Board(Guid id) => api.Get<CoreMessageBoard>(Path(id) + "/board");

    internal Task<CoreMessageReceivers> Receivers(Guid id) => api.Get<CoreMessageReceivers>($"api/v1/core-message-receivers/{id}");

    private static string Path(Guid id) => $"api/v1/core-messages/{id}";
}
