using System.Net;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.Testing;

namespace WebcareHub.Crisis.Tests.Speaking;

/// <summary>From what a coordinator issues to what a resident reads, through the real service; then without its database.</summary>
public sealed class SpeakingTests
{
    private const string Island = "/crisis/schiermonnikoog";
    private const string Harbour = "/crisis/GM0072";

    private static readonly SpeakingHub.Person Cor = new("cor", "GM0072", "webcare");
    private static readonly SpeakingHub.Person Hans = new("hans", "GM0072", "spokesperson");
    private static readonly SpeakingHub.Person Wil = new("wil", "GM0088", "spokesperson");
    private static readonly SpeakingHub.Person Zoe = new("zoe", "GM0193", "spokesperson");

    [Fact]
    public async Task What_is_released_is_public_and_stays_so_without_the_database()
    {
        await using var hub = await SpeakingHub.StartAsync();
        await hub.NameCoordinatorAsync("cor");
        await BecomesAsync(hub, Island, "Er is nu geen crisisbericht van gemeente Schiermonnikoog.");
        await SayAsync(hub);
        var tag = await ReadAsync(hub);
        await hub.Database.SetAwayAsync(true);
        await StillServesAsync(hub, tag);
        await ServesAfterARestartAsync(hub);
        await hub.Database.SetAwayAsync(false);
    }

    private static async Task SayAsync(SpeakingHub hub)
    {
        var (flood, drill) = (await hub.DeclareAsync(exercise: false), await hub.DeclareAsync(exercise: true));
        var issue = Given.Issue() with { CrisisId = flood, Text = "Het water in {gemeente} stijgt.", Informal = null, ValidUntil = null };
        var secret = await hub.PostAsync<CoreMessage>(Cor, "/core-messages", issue with { CrisisId = drill, Title = "OEFENING" });
        await hub.PostAsync<CoreMessage>(Wil, $"/core-messages/{secret.Id}/release", new OnCoreMessage(1));
        (secret.Exercise, secret.Approves).ShouldBe((true, ApprovingRole.RegionalChain));

        var message = await hub.PostAsync<CoreMessage>(Cor, "/core-messages", issue);
        await hub.PostAsync<CoreMessage>(Wil, $"/core-messages/{message.Id}/release", new OnCoreMessage(1));
        var own = new LocaliseCoreMessage(1, "De Willemskade staat blank.");
        await hub.PostAsync<CoreMessage>(Hans, $"/core-messages/{message.Id}/localise", own);
        (await hub.GetAsync<Contracts.Api.CoreMessages>(Wil, "/core-messages")).Items.Single().Id.ShouldBe(message.Id);
        (await hub.GetAsync<CoreMessageBoard>(Cor, $"/core-messages/{message.Id}/board")).Lines.Count.ShouldBe(2);
        using var foreign = await hub.SendAsync(HttpMethod.Get, Zoe, $"/core-messages/{message.Id}");
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await AnswerRumourAsync(hub, flood);
    }

    private static async Task AnswerRumourAsync(SpeakingHub hub, Guid flood)
    {
        var said = new RegisterRumour(flood, "wadden", null, "De dijk is door", "Facebook", 12);
        var rumour = await hub.PostAsync<Rumour>(Wil, "/rumours", said);
        await hub.PostAsync<Rumour>(
            Cor,
            $"/rumours/{rumour.Id}/status",
            new ChangeRumourStatus(RumourStatus.False, "Gebeld met het waterschap.")
        );
        var answered = await hub.PostAsync<Rumour>(
            Cor,
            $"/rumours/{rumour.Id}/answer",
            new AnswerRumour("De dijk bij {gemeente} is heel.")
        );
        (answered.Public, answered.History.Count).ShouldBe((true, 3));
        (await hub.GetAsync<Contracts.Api.Rumours>(Wil, "/rumours?status=false")).Items.Count.ShouldBe(1);
        await LogTellsAsync(hub, flood);
    }

    private static async Task LogTellsAsync(SpeakingHub hub, Guid flood)
    {
        string[] kinds =
        [
            "declared",
            "coreMessageIssued",
            "coreMessageReleased",
            "coreMessageLocalised",
            "rumourRegistered",
            "rumourStatus",
            "rumourAnswered",
        ];
        (await hub.GetAsync<CrisisLog>(Wil, $"/crises/{flood}/log")).Lines.Select(line => line.Kind).ShouldBe(kinds);
        using var foreign = await hub.SendAsync(HttpMethod.Get, Zoe, $"/crises/{flood}/log");
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<string> ReadAsync(SpeakingHub hub)
    {
        await BecomesAsync(hub, Island, "De dijk bij Schiermonnikoog is heel.");
        using var page = await hub.PageAsync(Island);
        var html = await page.Content.ReadAsStringAsync();
        html.ShouldContain("Het water in Schiermonnikoog stijgt.");
        html.ShouldContain("Nieuwe informatie volgt uiterlijk om");
        html.ShouldNotContain("OEFENING");
        await BecomesAsync(hub, Harbour, "De Willemskade staat blank.");
        page.Headers.CacheControl!.ToString().ShouldContain("stale-if-error=86400");
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'; style-src 'sha256-");
        using var head = await hub.PageAsync(Island, HttpMethod.Head);
        (head.StatusCode, head.Content.Headers.ContentLength).ShouldBe((HttpStatusCode.OK, page.Content.Headers.ContentLength));
        using var known = await hub.PageAsync(Island, known: $"\"other\", {page.Headers.ETag}");
        known.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        using var unknown = await hub.PageAsync("/crisis/atlantis");
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        return page.Headers.ETag!.ToString();
    }

    private static async Task StillServesAsync(SpeakingHub hub, string tag)
    {
        // More than one caller may have of the API: this page has no limit.
        for (var time = 0; time < 1_100; time++)
        {
            using var page = await hub.PageAsync(Island, known: tag);
            page.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        }
    }

    private static async Task ServesAfterARestartAsync(SpeakingHub hub)
    {
        var port = ServiceProcess.FreePort();
        await using var again = hub.Build(port);
        using var stop = new CancellationTokenSource();
        var starting = again.StartAsync(stop.Token);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        await Eventually.Async(() => AnswersAsync(client), answers => answers, "the early door");

        var html = await client.GetStringAsync(Island);
        html.ShouldContain("Het water in Schiermonnikoog stijgt.");
        html.ShouldContain("op dit moment niet bijwerken");
        using var api = await client.GetAsync("/api/v1/core-messages");
        api.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);

        await hub.Database.SetAwayAsync(false);
        await starting;
        using var own = await client.GetAsync("/api/v1/openapi.json");
        own.StatusCode.ShouldBe(HttpStatusCode.OK);
        await Eventually.Async(
            () => client.GetStringAsync(Island),
            html => !html.Contains("niet bijwerken", StringComparison.Ordinal),
            "a page of today"
        );
        await again.StopAsync();
    }

    private static async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            using var page = await client.GetAsync(Island);
            return page.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static Task<string> BecomesAsync(SpeakingHub hub, string path, string words) =>
        Eventually.Async(
            async () =>
            {
                using var page = await hub.PageAsync(path);
                return await page.Content.ReadAsStringAsync();
            },
            html => html.Contains(words, StringComparison.Ordinal),
            $"'{words}' on {path}"
        );
}
