using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Bus;
using WebcareHub.IngestTesting;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Authentication;
using WebcareHub.ServiceDefaults.Bus;
using WebcareHub.Testing;

namespace WebcareHub.Ingest.Social.Tests.Bluesky;

/// <summary>The service as a process of its own, killed and started again, against the real network software. See docs/bluesky-local.md.</summary>
public sealed class LocalNetworkTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Municipality = "GM0088";
    private readonly string folder = Directory.CreateTempSubdirectory("webcare-atproto").FullName;
    private readonly Ear ear = new();
    private TestDatabase database = null!;
    private TestBroker broker = null!;
    private ServiceProcess service = null!;
    private WebApplication routing = null!;
    private LocalNetwork network = null!;

    public async ValueTask InitializeAsync()
    {
        if (LocalNetwork.Address is not { } address)
        {
            return;
        }

        network = new(address);
        database = await TestDatabase.CreateAsync();
        broker = await TestBroker.CreateAsync();
        var settings = ServiceSettings.For(database.ConnectionString, broker.ConnectionString, folder);
        service = new("Ingest.Social", settings);
        await service.StartAsync();
        routing = Routing(settings);
        await routing.StartAsync();
    }

    [Fact]
    public async Task A_mention_is_heard_in_seconds_answered_in_its_thread_and_nothing_is_missed_or_repeated_when_the_service_is_killed()
    {
        Assert.SkipUnless(LocalNetwork.Address is not null, "Give WEBCARE_TEST_ATPROTO the address of a local AT Protocol network.");
        var (resident, municipality) = (await network.JoinAsync("inwoner"), await network.JoinAsync("gemeente"));
        await AddAccountAsync(municipality);
        await HeardAsync(await network.MentionAsync(resident, "Eerste vraag", municipality));

        var watch = Stopwatch.StartNew();
        var question = await HeardAsync(await network.MentionAsync(resident, "✨ De lantaarn 👨‍👩‍👧‍👦 is stuk", municipality));
        output.WriteLine($"A mention was heard after {watch.ElapsedMilliseconds} ms.");
        watch.ElapsedMilliseconds.ShouldBeLessThan(5_000);
        question.Author.Ids.ShouldBe([resident.Did]);

        await AnswerAsync(municipality, question, $"🙂 Dag @{resident.Handle}, meld het op https://example.org/é.");
        var answer = (await RepliesAsync(resident, question.PlatformId, 1))[0]["post"]!;
        output.WriteLine($"The network shows: {answer["record"]!.ToJsonString()}");
        Linked(answer["record"]!).ShouldBe([$"@{resident.Handle} > {resident.Did}", "https://example.org/é > https://example.org/é"]);

        await network.LikeAsync(resident, answer);
        await LoseNothingAsync(resident, municipality);
    }

    private async Task LoseNothingAsync(LocalNetwork.Person resident, LocalNetwork.Person municipality)
    {
        await service.KillAsync();
        var uris = new List<string>();
        for (var i = 0; i < 60; i++)
        {
            var clock = i % 20 == 7 ? DateTimeOffset.UtcNow.AddDays(-400) : (DateTimeOffset?)null;
            uris.Add(await network.MentionAsync(resident, $"Vraag {i}", municipality, clock));
        }

        await service.StartAsync();
        await HeardAsync(uris[0]);
        await service.KillAsync();
        uris.Add(await network.MentionAsync(resident, "Nog een", municipality));
        await service.StartAsync();
        foreach (var uri in uris)
        {
            await HeardAsync(uri);
        }

        await AnswerOnceAsync(resident, municipality);
        Judge(uris, resident);
    }

    private async Task AnswerOnceAsync(LocalNetwork.Person resident, LocalNetwork.Person municipality)
    {
        var question = await HeardAsync(await network.MentionAsync(resident, "Laatste", municipality));
        var reply = await AnswerAsync(municipality, question, "Eén antwoord.");
        await service.KillAsync();
        await service.StartAsync();
        await Eventually.Async(() => ear.Outcomes.Any(one => one.ReplyId == reply && one.State == DeliveryState.Sent), "sent", 150);
        (await RepliesAsync(resident, question.PlatformId, 1)).Length.ShouldBe(1);
    }

    // What the kill came between and its cursor is told again, under the key it had: Routing knows it.
    private void Judge(List<string> uris, LocalNetwork.Person resident)
    {
        var told = Messages().Count(one => uris.Contains(one.PlatformId));
        var heard = Messages().Select(one => one.PlatformId).Distinct().ToArray();
        output.WriteLine($"{uris.Count} questions while it was down and killed: {uris.Count(heard.Contains)} heard, {told} times in all.");
        uris.ShouldBeSubsetOf(heard);
        ear.Inbound.Where(one => one.Content is InboundMessage).Select(one => one.EventKey).Distinct().Count().ShouldBe(heard.Length);
        Messages().ShouldAllBe(one => one.Author.Ids[0] == resident.Did);
    }

    private async Task AddAccountAsync(LocalNetwork.Person municipality)
    {
        var password = await network.AppPasswordAsync(municipality);
        using var http = new HttpClient { BaseAddress = service.Address };
        var signer = new DevelopmentSigner(Path.Combine(folder, "signer.pem"));
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            signer.Token("jan", "Jan Jansen", Municipality, ["admin"])
        );
        using var added = await http.PostAsJsonAsync(
            "/api/v1/accounts",
            new NewChannelAccount(
                Channel.Bluesky,
                "demo",
                municipality.Did,
                Municipality,
                municipality.Handle,
                password,
                LocalNetwork.Address!.ToString()
            )
        );
        (await added.Content.ReadAsStringAsync()).ShouldContain(municipality.Did);
    }

    private async Task<Guid> AnswerAsync(LocalNetwork.Person municipality, InboundMessage question, string text)
    {
        var reply = TestHub.Reply(Channel.Bluesky, municipality.Did, question.Author.Ids, text) with
        {
            Visibility = Visibility.Public,
            ReplyTo = question.ReplyTo,
        };
        await routing.Services.GetRequiredService<OutgoingBus>().SendAsync(Queues.RepliesFor(Channel.Bluesky), reply, default);
        return reply.ReplyId;
    }

    private async Task<JsonNode[]> RepliesAsync(LocalNetwork.Person reader, string uri, int count) =>
        await Eventually.Async(() => network.RepliesAsync(reader, uri), replies => replies.Length >= count, "an answer in the thread", 150);

    private async Task<InboundMessage> HeardAsync(string uri)
    {
        await Eventually.Async(() => Messages().Any(one => one.PlatformId == uri), $"the question {uri}", 150);
        return Messages().First(one => one.PlatformId == uri);
    }

    private IEnumerable<InboundMessage> Messages() => ear.Inbound.Select(inbound => inbound.Content).OfType<InboundMessage>();

    private static IEnumerable<string> Linked(JsonNode record)
    {
        var bytes = Encoding.UTF8.GetBytes((string)record["text"]!);
        foreach (var facet in (JsonArray)record["facets"]!)
        {
            var (start, end) = ((int)facet!["index"]!["byteStart"]!, (int)facet["index"]!["byteEnd"]!);
            var feature = facet["features"]![0]!;
            yield return $"{Encoding.UTF8.GetString(bytes[start..end])} > {(string?)feature["did"] ?? (string?)feature["uri"]}";
        }
    }

    // In the place of Routing: hears what comes in, and says what goes out.
    private WebApplication Routing(Dictionary<string, string> settings)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { EnvironmentName = "Development", ApplicationName = typeof(TestHub).Assembly.GetName().Name }
        );
        builder.Configuration.AddInMemoryCollection(
            settings.ToDictionary(one => one.Key.Replace("__", ":", StringComparison.Ordinal), one => (string?)one.Value)
        );
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.AddServiceDefaults("routing");
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        ear.Listen(builder);
        var app = builder.BuildHub();
        app.UseServiceDefaults();
        return app;
    }

    public async ValueTask DisposeAsync()
    {
        if (LocalNetwork.Address is not null)
        {
            await routing.StopAsync();
            await routing.DisposeAsync();
            await service.DisposeAsync();
            await broker.DisposeAsync();
            await database.DisposeAsync();
            network.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }
}
