using System.Net;
using System.Text.Json;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;
using WebcareHub.Testing;

namespace WebcareHub.Blueprint.Tests.Backtesting;

public sealed class BacktestOverHttpTests(BlueprintHost host) : IClassFixture<BlueprintHost>
{
    private const string Path = "/api/v1/backtests";
    private static readonly DateTimeOffset At = DateTimeOffset.UtcNow;

    [Fact]
    public async Task A_back_test_shows_who_asked_the_texts_and_nobody_else_anything()
    {
        await host.PublishFolderAsync();
        var resident = await RecordAsync("GM0088", "Wanneer wordt de container geleegd? Bel 06-12345678.");
        var id = await StartAsync(host.As("GM0088", "editor", "webcare"));

        var report = await DoneAsync(host.As("GM0088", "webcare"), id);
        var masked = await ShowAsync(host.As("GM0088", "editor"), id);

        report.Messages.ShouldBe(1);
        var sample = report.Kinds.Single(kind => kind.Kind == BacktestChange.Priority).Samples.Single();
        (sample.From, sample.To, sample.Why).ShouldBe(("normal", "urgent", "Containers eerst (landelijk)"));
        sample.Text.ShouldBe("Wanneer wordt de container geleegd? Bel 06-12345678.");
        Priority(masked.Report!).Text.ShouldBe("Wanneer wordt de container geleegd? Bel [telefoonnummer].");
        masked.Report!.Hash.ShouldBe(report.Hash);
        (await StatusAsync(HttpMethod.Get, $"{Path}/{id}", host.As("GM0193", "webcare"))).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(HttpMethod.Delete, $"{Path}/{id}", host.As("GM0193", "editor"))).ShouldBe(HttpStatusCode.NotFound);

        await host.Get<Vault>().DestroyKeyAsync("GM0088", resident, "op verzoek", [], default);
        var after = Priority((await ShowAsync(host.As("GM0088", "webcare"), id)).Report!);

        (after.Text, after.Erased).ShouldBe((null, true));
        (await StatusAsync(HttpMethod.Delete, $"{Path}/{id}", host.As("GM0088", "editor"))).ShouldBe(HttpStatusCode.NoContent);
        (await StatusAsync(HttpMethod.Get, $"{Path}/{id}", host.As("GM0088", "editor"))).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_was_running_when_the_service_went_down_is_interrupted()
    {
        await host.PublishFolderAsync();
        var id = await StartAsync(host.As("GM0037", "editor"));
        await DoneAsync(host.As("GM0037", "editor"), id);
        await host.Database.ScalarAsync<object>("update blueprint.backtests set state = 'running' where id = $1", id);

        await Eventually.Async(
            async () => (await ShowAsync(host.As("GM0037", "editor"), id)).State,
            state => state == BacktestState.Interrupted,
            "the queue to see that nobody runs it",
            30
        );
    }

    [Fact]
    public async Task A_candidate_with_mistakes_an_empty_wish_and_a_foreign_layer_are_refused_in_dutch()
    {
        await host.PublishFolderAsync();
        var faulty = new Dictionary<string, string> { ["layer.yaml"] = "layer: { title: Zwolle, kind: municipality }\nonzin: 1" };
        var editor = host.As("GM0193", "editor");

        (await SaidAsync(editor, new(Layer: "GM0193", Files: faulty))).ShouldContain("onzin");
        (await SaidAsync(editor, new())).ShouldContain("Noem één ding");
        (await StatusAsync(HttpMethod.Post, Path, editor, New(new(Layer: "GM0088", Release: 1)))).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(HttpMethod.Post, Path, editor, New(new(Layer: "nl", Release: 99)))).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(HttpMethod.Post, Path, host.As("GM0193", "operator"), New(new(Layer: "nl", Release: 1)))).ShouldBe(
            HttpStatusCode.Forbidden
        );
    }

    private static BacktestSample Priority(BacktestReport report) =>
        report.Kinds.Single(kind => kind.Kind == BacktestChange.Priority).Samples.Single();

    private static NewBacktest New(BacktestCandidate candidate) => new(candidate, Day(-1), Day(1));

    private static DateOnly Day(int from) => DateOnly.FromDateTime(At.UtcDateTime).AddDays(from);

    private async Task<Guid> StartAsync(string token)
    {
        var national = await host.GetAsync<ReleaseContent>(token, "/api/v1/releases/nl/1");
        const string rule =
            "rules: [{ id: nl.proef.container, title: Containers eerst, owner: T, theme: webcare, reviewOn: 2027-06-01, "
            + "when: { text: [container] }, then: { priority: urgent } }]";
        var files = new Dictionary<string, string>(national.Files) { ["rules/00-proef.yaml"] = rule };
        using var answer = await host.SendAsync(HttpMethod.Post, Path, token, Json(New(new(Layer: "nl", Files: files))));
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        return (await ReadAsync<Backtest>(answer)).Id;
    }

    private async Task<BacktestReport> DoneAsync(string token, Guid id)
    {
        var done = await Eventually.Async(() => ShowAsync(token, id), shown => shown.State == BacktestState.Done, "the back-test", 60);
        (done.Progress, done.Failure).ShouldBe((100, null));
        return done.Report.ShouldNotBeNull();
    }

    private async Task<Backtest> ShowAsync(string token, Guid id)
    {
        using var answer = await host.SendAsync(HttpMethod.Get, $"{Path}/{id}", token);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await ReadAsync<Backtest>(answer);
    }

    private async Task<string> SaidAsync(string token, BacktestCandidate candidate)
    {
        using var answer = await host.SendAsync(HttpMethod.Post, Path, token, Json(New(candidate)));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<HttpStatusCode> StatusAsync(HttpMethod method, string path, string token, NewBacktest? body = null)
    {
        using var answer = await host.SendAsync(method, path, token, body is null ? null : Json(body));
        return answer.StatusCode;
    }

    private static JsonContent Json(NewBacktest asked) => JsonContent.Create(asked, options: Web);

    private static async Task<T> ReadAsync<T>(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<T>(Web))!;

    private static readonly JsonSerializerOptions Web = WebcareHub.Blueprint.Backtesting.BacktestRows.Json;

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

    /// <summary>A message with a decision, as Routing records them.</summary>
    private async Task<Guid> RecordAsync(string municipality, string text)
    {
        var (conversation, message, resident) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var step = new TraceStep("standaard", "nl", "Standaard", Normal, new Dictionary<string, string>());
        await using var session = await host.Get<EventStore.EventStore>().OpenAsync([municipality], null, default);
        object[] events =
        [
            new MessageReceived(message, Guid.NewGuid(), "m", "Jan Jansen", MessageKind.Text, text, null, [], null, At, At),
            new QuestionRecognised(
                Guid.NewGuid(),
                message,
                null,
                null,
                "normal",
                "webcare",
                [step],
                new Dictionary<string, int> { ["nl"] = 1 },
                1,
                Facts,
                At
            ),
        ];
        session.Append(new StreamKey(municipality, $"conversation-{conversation}"), 0, events, resident);
        await session.CommitAsync(default);
        return resident;
    }
}
