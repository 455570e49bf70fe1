using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using MassTransit;
using WebcareHub.Channels.Accounts;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.Ingest.Chat.Sites;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Authentication;
using WebcareHub.ServiceDefaults.Bus;
using WebcareHub.ServiceDefaults.HotPath;
using WebcareHub.Testing;
using AccountRegister = WebcareHub.Channels.Accounts.Accounts;

[assembly: AssemblyFixture(typeof(WebcareHub.Ingest.Chat.Tests.TestHub))]

namespace WebcareHub.Ingest.Chat.Tests;

/// <summary>What Routing and the workspace would receive, heard on the real queues.</summary>
public sealed class Ear
{
    internal ConcurrentQueue<Inbound> Inbound { get; } = new();

    internal ConcurrentQueue<ReplyOutcome> Outcomes { get; } = new();

    internal ConcurrentQueue<AttachmentStored> Files { get; } = new();

    internal ConcurrentQueue<ResidentTyping> Typing { get; } = new();
}

/// <summary>The real service on a real port, with its own database and vhost, and a chat of each of two municipalities.</summary>
public sealed class TestHub : IAsyncLifetime
{
    internal const string Municipality = "GM0088";
    internal const string Account = "schiermonnikoog";
    internal const string Website = "https://www.schiermonnikoog.example";
    internal const string OtherMunicipality = "GM0072";
    internal const string OtherAccount = "harlingen";
    internal const string OtherWebsite = "https://www.harlingen.example";

    private readonly string folder = Directory.CreateTempSubdirectory("webcare-chat").FullName;
    private readonly Dictionary<string, string?> settings = [];
    private TestBroker broker = null!;

    internal TestDatabase Database { get; private set; } = null!;

    internal WebApplication App { get; private set; } = null!;

    internal HttpClient Client { get; private set; } = null!;

    internal TestBroker Broker => broker;

    internal Ear Ear { get; } = new();

    internal string Folder => folder;

    public async ValueTask InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync();
        broker = await TestBroker.CreateAsync();
        settings["urls"] = "http://127.0.0.1:0";
        settings["ConnectionStrings:Postgres"] = Database.ConnectionString;
        settings["ConnectionStrings:RabbitMq"] = broker.ConnectionString;
        settings["Vault:MasterKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        settings["Vault:HashKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        settings["Deletions:Path"] = Path.Combine(folder, "deletions");
        settings["Development:SignerKey"] = Path.Combine(folder, "signer.pem");
        settings["Files:Path"] = Path.Combine(folder, "files");
        settings["Chat:PeoplePerAddress"] = "2000";
        await StartAsync();
        await AddSiteAsync(Account, Municipality, Website);
        await AddSiteAsync(OtherAccount, OtherMunicipality, OtherWebsite);
    }

    internal T Get<T>()
        where T : notnull => App.Services.GetRequiredService<T>();

    internal Task SendAsync<T>(string queue, T message)
        where T : class => Get<OutgoingBus>().SendAsync(queue, message, default);

    /// <summary>Stops and starts again, on the same servers, at another address.</summary>
    internal async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    internal HttpRequestMessage Request(HttpMethod method, string path, string municipality, params string[] roles)
    {
        var token = new DevelopmentSigner(settings["Development:SignerKey"]!).Token("jan", "Jan Jansen", municipality, roles);
        return new(method, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
    }

    /// <summary>What Routing heard a visitor say, once there is as much of it.</summary>
    internal async Task<IReadOnlyList<Inbound>> HeardAsync(Func<Inbound, bool> isIt, int count = 1)
    {
        await Eventually.Async(() => Ear.Inbound.Count(isIt) >= count, $"{count} items heard", 30);
        return [.. Ear.Inbound.Where(isIt)];
    }

    internal async Task<ReplyOutcome> HeardAsync(Guid reply, DeliveryState state)
    {
        bool IsIt(ReplyOutcome outcome) => outcome.ReplyId == reply && outcome.State == state;
        await Eventually.Async(() => Ear.Outcomes.Any(IsIt), $"an answer that is {state}", 60);
        return Ear.Outcomes.First(IsIt);
    }

    internal async Task<long> CountAsync(string sql) => await Sql.ScalarAsync<long>(Database.ConnectionString, sql);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await broker.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task StartAsync()
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { EnvironmentName = "Development", ApplicationName = typeof(TestHub).Assembly.GetName().Name }
        );
        builder.Configuration.AddInMemoryCollection(settings);
        builder.AddServiceDefaults("ingest-chat");
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.AddIngestChat();
        builder.Services.AddSingleton(Ear);
        builder.Services.AddHotConsumer<HearInbound>(Queues.RoutingInbound);
        builder.AddConsumer<HearOutcome>(Queues.RoutingOutcomes);
        builder.AddConsumer<HearFile>(Queues.RoutingOutcomes);
        builder.AddConsumer<HearTyping>("test.typing");
        App = builder.BuildHub();
        App.UseServiceDefaults();
        App.MapIngestChat();
        await App.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(App.Urls.Single()), Timeout = TimeSpan.FromSeconds(60) };
        await Get<AccountBook>().ReadAsync(default);
        await Get<ChatSites>().ReadAsync(default);
        var publisher = Get<HotPublisher>();
        await Eventually.Async(() => publisher.IsConnected, "a connection to the broker", 30);
    }

    private async Task StopAsync()
    {
        Client.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
    }

    private async Task AddSiteAsync(string account, string municipality, string website)
    {
        await Get<AccountRegister>().AddAsync(new(Channel.Chat, ChatSites.App, account, municipality, null, null), default);
        await Get<AccountBook>().ReadAsync(default);
        using var put = Request(HttpMethod.Put, $"/api/v1/chat/sites/{account}", municipality, "admin");
        put.Content = JsonContent.Create(new { origins = new[] { website } });
        using var answer = await Client.SendAsync(put);
        answer.EnsureSuccessStatusCode();
    }

    private sealed class HearInbound(Ear ear) : IHotHandler
    {
        public Task HandleAsync(IReadOnlyList<HotDelivery> batch, CancellationToken ct)
        {
            foreach (var delivery in batch)
            {
                ear.Inbound.Enqueue(JsonSerializer.Deserialize(delivery.Body.Span, InboundJson.Default.Inbound)!);
            }

            return Task.CompletedTask;
        }

        public IReadOnlyList<string> SubjectsOf(HotDelivery delivery) => [];
    }

    private sealed class HearOutcome(Ear ear) : IConsumer<ReplyOutcome>
    {
        public Task Consume(ConsumeContext<ReplyOutcome> context)
        {
            ear.Outcomes.Enqueue(context.Message);
            return Task.CompletedTask;
        }
    }

    private sealed class HearFile(Ear ear) : IConsumer<AttachmentStored>
    {
        public Task Consume(ConsumeContext<AttachmentStored> context)
        {
            ear.Files.Enqueue(context.Message);
            return Task.CompletedTask;
        }
    }

    private sealed class HearTyping(Ear ear) : IConsumer<ResidentTyping>
    {
        public Task Consume(ConsumeContext<ResidentTyping> context)
        {
            ear.Typing.Enqueue(context.Message);
            return Task.CompletedTask;
        }
    }
}
