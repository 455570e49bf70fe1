using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Api;

/// <summary>The APIs as one signed-in colleague may use them. Throws <see cref="ApiRefusal"/>.</summary>
internal sealed class DeskClient(ApiCalls api)
{
    internal ConversationCommands Conversation(Guid id) => new(api, id);

    internal ResidentCommands Resident(Guid id) => new(api, id);

    internal Operations Operations => new(api);

    internal BlueprintCalls Blueprint => new(api);

    internal DraftCalls Drafts => new(api);

    internal ChoiceCalls Choices => new(api);

    internal JoiningCalls Joining => new(api);

    internal IdeaCalls Ideas => new(api);

    internal ProposalCalls Proposals => new(api);

    internal BacktestCalls Backtests => new(api);

    internal CareCalls Care => new(api);

    internal ReleaseCalls Releases => new(api);

    internal CrisisCalls Crises => new(api);

    internal CoreMessageCalls CoreMessages => new(api);

    internal AlikeCalls Alike => new(api);

    internal RumourCalls Rumours => new(api);

    internal EnvironmentCalls Environment => new(api);

    internal RehearsalCalls Rehearsals => new(api);

    internal PoolCalls Pools => new(api);

    internal HoursCalls Hours => new(api);

    internal NewsroomCalls Newsroom => new(api);

    internal FigureCalls Figures => new(api);

    internal ReportCalls Reports => new(api);

    internal LearningCalls Learning => new(api);

    internal OpenDataCalls OpenData => new(api);

    internal Task<Me> Me() => api.Get<Me>("api/v1/me");

    internal Task<WorkListCounts> Counts() => api.Get<WorkListCounts>("api/v1/work-list-counts");

    internal Task<ConversationPage> Conversations(string queue, string? channel, string? after) =>
        api.Get<ConversationPage>($"api/v1/conversations?queue={queue}{Query("channel", channel)}{Query("after", after)}");

    internal async Task<ConversationPage> Search(ConversationSearch search) =>
        await api.Post<ConversationPage>("api/v1/conversations/_search", search) ?? new ConversationPage([], null);

    /// <summary>Takes the next conversation; null when nothing waits.</summary>
    internal Task<ConversationRow?> Next() => api.Post<ConversationRow>("api/v1/conversations/next");

    internal Task<IReadOnlyList<TopicOption>> Topics() => api.Get<IReadOnlyList<TopicOption>>("api/v1/topics");

    internal Task Typing(Guid conversation) => api.Post<object>("api/v1/chat/typing", new ColleagueTyping(conversation));

    /// <summary>Stores a file for one resident. The stream is read to its end.</summary>
    internal Task<FileStored> Upload(Guid resident, string contentType, Stream content) =>
        api.Upload<FileStored>($"api/v1/files?residentId={resident}", contentType, content);

    internal Task<HttpResponseMessage> File(Guid id, CancellationToken ct) => api.Open($"api/v1/files/{id}", ct);

    /// <summary>Any file of the APIs. The caller disposes it.</summary>
    internal Task<HttpResponseMessage> File(string path, CancellationToken ct) => api.Open(path, ct);

    /// <summary>Whether there is such a conversation for this colleague. Asking is not looking: the processing log stays as it is.</summary>
    internal async Task<bool> Knows(Guid conversation, CancellationToken ct)
    {
        using var answer = await api.Open($"api/v1/conversations/{conversation}/trace", ct);
        return answer.StatusCode is not System.Net.HttpStatusCode.NotFound;
    }

    private static string Query(string name, string? value) => value is null ? "" : $"&{name}={Uri.EscapeDataString(value)}";
}
