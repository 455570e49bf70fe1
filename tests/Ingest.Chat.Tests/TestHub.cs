using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.Ingest.Chat.Sites;
using WebcareHub.IngestTesting;
using WebcareHub.Testing;

[assembly: AssemblyFixture(typeof(WebcareHub.Ingest.Chat.Tests.TestHub))]

namespace WebcareHub.Ingest.Chat.Tests;

/// <summary>The real service (<see cref="IngestHub"/>) with a chat of each of two municipalities.</summary>
public sealed class TestHub : IAsyncLifetime
{
    internal const string Municipality = IngestHub.Municipality;
    internal const string Account = "schiermonnikoog";
    internal const string Website = "https://www.schiermonnikoog.example";
    internal const string OtherMunicipality = "GM0072";
    internal const string OtherAccount = "harlingen";
    internal const string OtherWebsite = "https://www.harlingen.example";

    private readonly IngestHub hub = new(
        "ingest-chat",
        typeof(TestHub).Assembly.GetName().Name!,
        builder => builder.AddIngestChat(),
        app => app.MapIngestChat()
    );

    internal TestDatabase Database => hub.Database;

    internal WebApplication App => hub.App;

    internal HttpClient Client => hub.Client;

    internal TestBroker Broker => hub.Broker;

    internal Ear Ear => hub.Ear;

    internal string Folder => hub.Folder;

    public async ValueTask InitializeAsync()
    {
        await hub.PrepareAsync();
        hub.Settings["Chat:PeoplePerAddress"] = "2000";
        await StartAsync();
        await AddSiteAsync(Account, Municipality, Website);
        await AddSiteAsync(OtherAccount, OtherMunicipality, OtherWebsite);
    }

    internal T Get<T>()
        where T : notnull => hub.Get<T>();

    internal Task SendAsync<T>(string queue, T message)
        where T : class => hub.SendAsync(queue, message);

    /// <summary>Stops and starts again, on the same servers, at another address.</summary>
    internal async Task RestartAsync()
    {
        await hub.StopAsync();
        await StartAsync();
    }

    internal HttpRequestMessage Request(HttpMethod method, string path, string municipality, params string[] roles) =>
        hub.Request(method, path, municipality, roles);

    /// <summary>What Routing heard a visitor say, once there is as much of it.</summary>
    internal Task<IReadOnlyList<Inbound>> HeardAsync(Func<Inbound, bool> isIt, int count = 1) =>
        hub.HeardAsync(isIt, $"{count} items heard", count);

    /// <inheritdoc cref="IngestHub.HeardAsync(Guid, DeliveryState, int)"/>
    internal Task<ReplyOutcome> HeardAsync(Guid reply, DeliveryState state) => hub.HeardAsync(reply, state);

    internal async Task<long> CountAsync(string sql) => await Sql.ScalarAsync<long>(Database.ConnectionString, sql);

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    private async Task StartAsync()
    {
        await hub.StartAsync();
        await Get<Channels.Accounts.AccountBook>().ReadAsync(default);
        await Get<ChatSites>().ReadAsync(default);
    }

    private async Task AddSiteAsync(string account, string municipality, string website)
    {
        await hub.AddAccountAsync(new(Channel.Chat, ChatSites.App, account, municipality, null, null));
        using var put = Request(HttpMethod.Put, $"/api/v1/chat/sites/{account}", municipality, "admin");
        put.Content = JsonContent.Create(new { origins = new[] { website } });
        using var answer = await Client.SendAsync(put);
        answer.EnsureSuccessStatusCode();
    }
}
