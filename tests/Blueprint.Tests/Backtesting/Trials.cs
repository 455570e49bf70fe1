using System.Net;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;
using WebcareHub.Testing;

namespace WebcareHub.Blueprint.Tests.Backtesting;

/// <summary>What tests of back-tests ask of the service, and the history they run on.</summary>
internal static class Trials
{
    internal const string Path = "/api/v1/backtests";
    private static readonly DateTimeOffset At = DateTimeOffset.UtcNow;

    private static readonly Dictionary<string, string> Facts = new()
    {
        ["channel"] = "whatsapp",
        ["visibility"] = "private",
        ["kind"] = "text",
    };

    private static readonly Dictionary<string, string> Normal = new()
    {
        ["priority"] = "normal",
        ["worklist"] = "webcare",
        ["overflow"] = "region",
    };

    /// <summary>A file of a layer with one rule: who writes about a container goes first.</summary>
    internal static string ContainersFirst(string rule) =>
        $$"""
            rules: [{ id: {{rule}}, title: Containers eerst, owner: T, theme: webcare, reviewOn: 2027-06-01,
              when: { text: [container] }, then: { priority: urgent } }]
            """;

    internal static NewBacktest Of(BacktestCandidate candidate) => new(candidate, Day(-1), Day(1));

    internal static async Task<Guid> TryAsync(this BlueprintHost host, string token, NewBacktest asked) =>
        (await host.SendAsync<Backtest>(HttpMethod.Post, token, Path, asked)).Id;

    internal static Task<Backtest> BacktestAsync(this BlueprintHost host, string token, Guid id) =>
        host.SendAsync<Backtest>(HttpMethod.Get, token, $"{Path}/{id}");

    internal static Task<Backtest> BacktestAsync(this BlueprintHost host, string token, Guid id, BacktestState state) =>
        Eventually.Async(() => host.BacktestAsync(token, id), shown => shown.State == state, $"a back-test that is {state}");

    internal static async Task<BacktestReport> ReportAsync(this BlueprintHost host, string token, Guid id)
    {
        var done = await host.BacktestAsync(token, id, BacktestState.Done);
        (done.Progress, done.Failure).ShouldBe((100, null));
        return done.Report.ShouldNotBeNull();
    }

    internal static IReadOnlyList<BacktestSample> Priority(this BacktestReport report) =>
        report.Kinds.Single(kind => kind.Kind == BacktestChange.Priority).Samples;

    internal static async Task<HttpStatusCode> StatusAsync(
        this BlueprintHost host,
        HttpMethod method,
        string path,
        string token,
        NewBacktest? body = null
    )
    {
        using var answer = await host.SendAsync(
            method,
            path,
            token,
            body is null ? null : JsonContent.Create(body, options: BlueprintHost.Json)
        );
        return answer.StatusCode;
    }

    /// <summary>A message with a decision, as Routing records them.</summary>
    internal static async Task<Guid> RecordAsync(this BlueprintHost host, string municipality, string text)
    {
        var (conversation, message, resident) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var step = new TraceStep("standaard", "nl", "Standaard", Normal, new Dictionary<string, string>());
        var releases = new Dictionary<string, int> { ["nl"] = 1 };
        await using var session = await host.Get<EventStore.EventStore>().OpenAsync([municipality], null, default);
        object[] events =
        [
            new MessageReceived(message, Guid.NewGuid(), "m", "Jan Jansen", MessageKind.Text, text, null, [], null, At, At),
            new QuestionRecognised(Guid.NewGuid(), message, null, null, "normal", "webcare", [step], releases, 1, Facts, At),
        ];
        session.Append(new StreamKey(municipality, $"conversation-{conversation}"), 0, events, resident);
        await session.CommitAsync(default);
        return resident;
    }

    private static DateOnly Day(int from) => DateOnly.FromDateTime(At.UtcDateTime).AddDays(from);
}
