using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace WebcareHub.Testing;

/// <summary>A fresh vhost on the real broker, behind a relay that can let it go away; dropped on disposal.</summary>
public sealed class TestBroker : IAsyncDisposable
{
    private readonly HttpClient _management;
    private readonly BrokerRelay _relay = new(TestServers.RabbitMq);
    private readonly string _vhost;

    private TestBroker(HttpClient management, string vhost) => (_management, _vhost) = (management, vhost);

    /// <summary>AMQP address with the vhost, at the relay.</summary>
    public Uri Uri => new UriBuilder(DirectUri) { Host = "127.0.0.1", Port = _relay.Port }.Uri;

    /// <summary>The same past the relay: for what measures.</summary>
    public Uri DirectUri => new UriBuilder(TestServers.RabbitMq) { Path = _vhost }.Uri;

    /// <summary>The same, as configuration wants it.</summary>
    public string ConnectionString => Uri.ToString();

    /// <summary>Creates one.</summary>
    public static async Task<TestBroker> CreateAsync()
    {
        string vhost = $"test-{Guid.NewGuid():N}";
        HttpClient management = Management();
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
        return new TestBroker(management, vhost);
    }

    /// <summary>Resets every connection, as a broker that restarts does; new ones are welcome. Returns how many there were.</summary>
    public Task<int> CloseConnectionsAsync() => _relay.ResetAsync();

    /// <summary>Resets every connection and welcomes no other, as a broker that stays away; or welcomes them again.</summary>
    public async Task SetAwayAsync(bool away)
    {
        _relay.SetClosed(away);
        if (away)
        {
            await _relay.ResetAsync();
        }
    }

    /// <summary>Keeps every connection and passes nothing on, as a broker that hangs; or goes on where it stopped.</summary>
    public void SetSilent(bool silent) => _relay.SetSilent(silent);

    /// <summary>Whether what is sent to this queue gets there: a moment after the queue itself, its exchange is bound to it.</summary>
    public async Task<bool> IsBoundAsync(string queue)
    {
        JsonElement bindings = await _management.GetFromJsonAsync<JsonElement>($"/api/bindings/{_vhost}");
        return bindings
            .EnumerateArray()
            .Any(one => one.GetProperty("source").GetString() == queue && one.GetProperty("destination").GetString() == queue);
    }

    /// <summary>Process id of the broker: for what measures on its machine.</summary>
    public async Task<int> ProcessIdAsync()
    {
        JsonElement nodes = await _management.GetFromJsonAsync<JsonElement>("/api/nodes");
        return int.Parse(nodes[0].GetProperty("os_pid").GetString()!, CultureInfo.InvariantCulture);
    }

    /// <summary>What waits in every queue of this vhost, as the broker's JSON with bodies in base64; it stays there.</summary>
    public async Task<IReadOnlyList<(string Queue, string Messages)>> MessagesAsync()
    {
        JsonElement queues = await _management.GetFromJsonAsync<JsonElement>($"/api/queues/{_vhost}");
        List<(string, string)> found = [];
        foreach (string name in queues.EnumerateArray().Where(CanBeRead).Select(Name))
        {
            using HttpResponseMessage answer = await _management.PostAsJsonAsync(
                $"/api/queues/{_vhost}/{Uri.EscapeDataString(name)}/get",
                new
                {
                    count = 10_000,
                    ackmode = "ack_requeue_true",
                    encoding = "base64",
                }
            );
            string messages = await answer.Content.ReadAsStringAsync();
            found.Add(answer.IsSuccessStatusCode ? (name, messages) : throw new InvalidOperationException($"{name}: {messages}"));
        }

        return found;
    }

    /// <summary>Puts a message in a queue past our own code: what no version of ours wrote.</summary>
    public async Task PublishAsync(string queue, string body, IReadOnlyDictionary<string, string>? headers = null)
    {
        using HttpResponseMessage published = await _management.PostAsJsonAsync(
            $"/api/exchanges/{_vhost}/amq.default/publish",
            new
            {
                properties = new { headers = headers ?? new Dictionary<string, string>() },
                routing_key = queue,
                payload = Convert.ToBase64String(Encoding.UTF8.GetBytes(body)),
                payload_encoding = "base64",
            }
        );
        published.EnsureSuccessStatusCode();
        if (!(await published.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("routed").GetBoolean())
        {
            throw new InvalidOperationException($"There is no queue {queue}.");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _relay.DisposeAsync();
        using HttpResponseMessage dropped = await _management.DeleteAsync($"/api/vhosts/{_vhost}");
        _management.Dispose();
    }

    private static HttpClient Management()
    {
        Uri address = TestServers.RabbitMqManagement;
        string credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(address.UserInfo)));
        return new()
        {
            BaseAddress = new Uri($"{address.Scheme}://{address.Authority}"),
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Basic", credentials) },
        };
    }

    private static string Name(JsonElement queue) => queue.GetProperty("name").GetString()!;

    // A stream is read otherwise, and an exclusive queue by its owner alone.
    private static bool CanBeRead(JsonElement queue) =>
        queue.GetProperty("type").GetString() != "stream" && !queue.GetProperty("exclusive").GetBoolean();
}
