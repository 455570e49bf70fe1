using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace WebcareHub.Testing;

/// <summary>A fresh vhost on the real broker; dropped on disposal.</summary>
public sealed class TestBroker : IAsyncDisposable
{
    private readonly HttpClient _management;
    private readonly string _vhost;

    private TestBroker(HttpClient management, string vhost, Uri uri) => (_management, _vhost, Uri) = (management, vhost, uri);

    /// <summary>AMQP address with the vhost.</summary>
    public Uri Uri { get; }

    /// <summary>The same, as configuration wants it.</summary>
    public string ConnectionString => Uri.ToString();

    /// <summary>Creates one.</summary>
    public static async Task<TestBroker> CreateAsync()
    {
        string vhost = $"test-{Guid.NewGuid():N}";
        Uri address = TestServers.RabbitMqManagement;
        HttpClient management = new()
        {
            BaseAddress = new Uri(address.GetLeftPart(UriPartial.Authority).Replace($"{address.UserInfo}@", "")),
        };
        string credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(address.UserInfo)));
        management.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", credentials);

        using HttpResponseMessage made = await management.PutAsJsonAsync($"/api/vhosts/{vhost}", new { });
        made.EnsureSuccessStatusCode();
        string user = TestServers.RabbitMq.UserInfo.Split(':')[0];
        using HttpResponseMessage allowed = await management.PutAsJsonAsync(
            $"/api/permissions/{vhost}/{user}",
            new
            {
                configure = ".*",
                write = ".*",
                read = ".*",
            }
        );
        allowed.EnsureSuccessStatusCode();
        return new TestBroker(management, vhost, new UriBuilder(TestServers.RabbitMq) { Path = vhost }.Uri);
    }

    /// <summary>Closes every connection in this vhost, as a broker that goes away does. Returns how many there were.</summary>
    public async Task<int> CloseConnectionsAsync()
    {
        JsonElement connections = await _management.GetFromJsonAsync<JsonElement>($"/api/vhosts/{_vhost}/connections");
        foreach (JsonElement connection in connections.EnumerateArray())
        {
            string name = Uri.EscapeDataString(connection.GetProperty("name").GetString()!);
            using HttpResponseMessage closed = await _management.DeleteAsync($"/api/connections/{name}");
        }

        return connections.GetArrayLength();
    }

    /// <summary>Lets the broker's user in, or keeps it out: with the connections closed, a broker that stays away.</summary>
    public async Task SetAwayAsync(bool away)
    {
        string user = TestServers.RabbitMq.UserInfo.Split(':')[0];
        using HttpResponseMessage response = away
            ? await _management.DeleteAsync($"/api/permissions/{_vhost}/{user}")
            : await _management.PutAsJsonAsync(
                $"/api/permissions/{_vhost}/{user}",
                new
                {
                    configure = ".*",
                    write = ".*",
                    read = ".*",
                }
            );
        response.EnsureSuccessStatusCode();
        // The list lags behind under load: what is closed once may have been missed.
        for (int quiet = 0; away && quiet < 3; await Task.Delay(500))
        {
            quiet = await CloseConnectionsAsync() == 0 ? quiet + 1 : 0;
        }
    }

    /// <summary>Names of the queues in this vhost.</summary>
    public async Task<IReadOnlyList<string>> QueuesAsync()
    {
        JsonElement queues = await _management.GetFromJsonAsync<JsonElement>($"/api/queues/{_vhost}");
        return [.. queues.EnumerateArray().Select(queue => queue.GetProperty("name").GetString()!)];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await DropAsync();
        _management.Dispose();
    }

    /// <summary>Drops the vhost now: the broker is there, but not for us.</summary>
    public async Task DropAsync()
    {
        using HttpResponseMessage dropped = await _management.DeleteAsync($"/api/vhosts/{_vhost}");
    }
}
