using System.Net;
using Npgsql;
using WebcareHub.Blueprint.Backtesting;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;

namespace WebcareHub.Blueprint.Tests.Backtesting;

[Collection(nameof(Discussions))]
public sealed class BacktestOverHttpTests(BlueprintHost host)
{
    [Fact]
    public async Task A_back_test_shows_who_asked_the_texts_and_nobody_else_anything()
    {
        await host.PublishFolderAsync();
        var resident = await host.RecordAsync("GM0088", "Wanneer wordt de container geleegd? Bel 06-12345678.");
        var id = await StartAsync(host.As("GM0088", "editor", "webcare"));
        var path = $"{Trials.Path}/{id}";

        var report = await host.ReportAsync(host.As("GM0088", "webcare"), id);
        var masked = (await host.BacktestAsync(host.As("GM0088", "editor"), id)).Report!;

        report.Messages.ShouldBe(1);
        var sample = report.Priority().Single();
        (sample.From, sample.To, sample.Why).ShouldBe(("normal", "urgent", "Containers eerst (landelijk)"));
        sample.Text.ShouldBe("Wanneer wordt de container geleegd? Bel 06-12345678.");
        masked.Priority().Single().Text.ShouldBe("Wanneer wordt de container geleegd? Bel [telefoonnummer].");
        masked.Hash.ShouldBe(report.Hash);
        (await host.StatusAsync(HttpMethod.Get, path, host.As("GM0193", "webcare"))).ShouldBe(HttpStatusCode.NotFound);
        (await host.StatusAsync(HttpMethod.Delete, path, host.As("GM0193", "editor"))).ShouldBe(HttpStatusCode.NotFound);

        await host.Get<Vault>().DestroyKeyAsync("GM0088", resident, "op verzoek", [], default);
        var after = (await host.BacktestAsync(host.As("GM0088", "webcare"), id)).Report!.Priority().Single();

        (after.Text, after.Erased).ShouldBe((null, true));
        (await host.StatusAsync(HttpMethod.Delete, path, host.As("GM0088", "editor"))).ShouldBe(HttpStatusCode.NoContent);
        (await host.StatusAsync(HttpMethod.Get, path, host.As("GM0088", "editor"))).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task One_that_runs_can_be_stopped_and_so_can_one_that_waits_for_it()
    {
        await host.PublishFolderAsync();
        var (running, waiting) = (host.As("GM0050", "editor"), host.As("GM0085", "editor"));
        await using var holder = new NpgsqlConnection(host.Database.ConnectionString + ";Pooling=false");
        await holder.OpenAsync();
        await DoAsync(holder, $"select pg_advisory_lock({BacktestQueue.Lock})");
        var (first, second) = (await StartAsync(running), await StartAsync(waiting));

        (await StatusAsync(running, new(Layer: "nl", Release: 1))).ShouldBe(HttpStatusCode.Conflict);
        (await host.BacktestAsync(waiting, second)).State.ShouldBe(BacktestState.Waiting);
        await StopAsync(waiting, second);
        (await host.BacktestAsync(waiting, second)).State.ShouldBe(BacktestState.Stopped);

        // While nobody can read keys, no page of the log can be read.
        await DoAsync(holder, "begin; lock table events.resident_keys in access exclusive mode");
        await DoAsync(holder, $"select pg_advisory_unlock({BacktestQueue.Lock})");
        await host.BacktestAsync(running, first, BacktestState.Running);
        await StopAsync(running, first);
        await holder.CloseAsync();
        var stopped = await host.BacktestAsync(running, first, BacktestState.Stopped);

        (stopped.Report, stopped.Failure).ShouldBe((null, null));
        stopped.EndedAt.ShouldNotBeNull();
        await host.ReportAsync(running, await StartAsync(running));
    }

    [Fact]
    public async Task What_was_running_when_the_service_went_down_is_interrupted()
    {
        await host.PublishFolderAsync();
        var editor = host.As("GM0037", "editor");
        var id = await StartAsync(editor);
        await host.ReportAsync(editor, id);
        await host.Database.ScalarAsync<object>("update blueprint.backtests set state = 'running' where id = $1", id);

        await host.BacktestAsync(editor, id, BacktestState.Interrupted);
    }

    [Fact]
    public async Task A_candidate_with_mistakes_an_empty_wish_and_a_foreign_layer_are_refused_in_dutch()
    {
        await host.PublishFolderAsync();
        var faulty = new Dictionary<string, string> { ["layer.yaml"] = "layer: { title: Zwolle, kind: municipality }\nonzin: 1" };
        var editor = host.As("GM0193", "editor");

        (await SaidAsync(editor, new(Layer: "GM0193", Files: faulty))).ShouldContain("onzin");
        (await SaidAsync(editor, new())).ShouldContain("Noem één ding");
        (await StatusAsync(editor, new(Layer: "GM0088", Release: 1))).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(editor, new(Layer: "nl", Release: 99))).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(host.As("GM0193", "operator"), new(Layer: "nl", Release: 1))).ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<Guid> StartAsync(string token)
    {
        var national = await host.GetAsync<ReleaseContent>(token, "/api/v1/releases/nl/1");
        var files = new Dictionary<string, string>(national.Files)
        {
            ["rules/00-proef.yaml"] = Trials.ContainersFirst("nl.proef.container"),
        };
        return await host.TryAsync(token, Trials.Of(new(Layer: "nl", Files: files)));
    }

    private async Task StopAsync(string token, Guid id) =>
        (await host.StatusAsync(HttpMethod.Delete, $"{Trials.Path}/{id}", token)).ShouldBe(HttpStatusCode.NoContent);

    private static async Task DoAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<string> SaidAsync(string token, BacktestCandidate candidate)
    {
        var (status, detail) = await host.RefusedAsync(HttpMethod.Post, token, Trials.Path, Trials.Of(candidate));
        status.ShouldBe(400);
        return detail;
    }

    private Task<HttpStatusCode> StatusAsync(string token, BacktestCandidate candidate) =>
        host.StatusAsync(HttpMethod.Post, Trials.Path, token, Trials.Of(candidate));
}
