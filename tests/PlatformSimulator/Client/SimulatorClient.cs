using System.Text.Json;
using System.Text.Json.Serialization;

namespace WebcareHub.PlatformSimulator.Client;

/// <summary>Steers a running simulator. Every call throws <see cref="HttpRequestException"/> when the simulator refuses it.</summary>
public sealed class SimulatorClient(Uri address) : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly HttpClient http = new() { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };

    /// <summary>Address of the simulator: the base address of the Graph API too.</summary>
    public Uri Address => address;

    /// <summary>Its pages and Instagram accounts.</summary>
    public MetaClient Meta => new(this);

    /// <summary>One resident writes a text. Returns the message's id.</summary>
    public async Task<string> Say(string number, string resident, string text, string? name = null) =>
        (await Write(new ResidentMessage(number, resident, "text", text, name))).MessageIds[0];

    /// <summary>One resident does anything else.</summary>
    public Task<Written> Write(ResidentMessage message) => Write(new WriteMessages([message]));

    /// <summary>Many at once.</summary>
    public Task<Written> Write(WriteMessages order) => Ask<Written>(HttpMethod.Post, "simulator/messages", order);

    /// <summary>Signs and posts these bytes, and waits for the answer.</summary>
    public async Task<Written> PostRaw(byte[] body)
    {
        using var answer = await http.PostAsync("simulator/webhooks", new ByteArrayContent(body));
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<Written>(Json))!;
    }

    /// <summary>Posts an earlier webhook again, so many times at the same moment.</summary>
    public Task<Written> PostAgain(long webhook, int times) =>
        Ask<Written>(HttpMethod.Post, $"simulator/webhooks/{webhook}/again?times={times}");

    /// <summary>Webhooks after an id, oldest first.</summary>
    public Task<IReadOnlyList<WebhookSeen>> Webhooks(long after = 0, bool? done = null, int limit = 1000) =>
        Ask<IReadOnlyList<WebhookSeen>>(
            HttpMethod.Get,
            $"simulator/webhooks?after={after}&limit={limit}" + (done is { } d ? $"&done={d}" : "")
        );

    /// <summary>What municipalities sent and the platform accepted.</summary>
    public Task<IReadOnlyList<ReceivedMessage>> Received(string? number = null, string? resident = null) =>
        Ask<IReadOnlyList<ReceivedMessage>>(
            HttpMethod.Get,
            "simulator/received?"
                + string.Join('&', new[] { Pair("number", number), Pair("resident", resident) }.Where(part => part is not null))
        );

    /// <summary>Texts that one resident got more than once.</summary>
    public Task<IReadOnlyList<RepeatedMessage>> Repeated() => Ask<IReadOnlyList<RepeatedMessage>>(HttpMethod.Get, "simulator/repeated");

    /// <summary>Totals; cheap.</summary>
    public Task<Counts> Counts() => Ask<Counts>(HttpMethod.Get, "simulator/counts");

    /// <summary>The chat of one resident as the page shows it.</summary>
    public Task<ChatView> Chat(string number, string resident) =>
        Ask<ChatView>(HttpMethod.Get, $"simulator/chats/{number}/{Uri.EscapeDataString(resident)}");

    /// <summary>Orders failures for the next sends.</summary>
    public Task Fail(Failure failure) => Tell(HttpMethod.Post, "simulator/failures", failure);

    /// <summary>Forgets the failures that were ordered: the platform is well again.</summary>
    public Task Recover() => Tell(HttpMethod.Delete, "simulator/failures", null);

    /// <summary>Changes how webhooks behave.</summary>
    public Task Behave(Behaviour behaviour) => Tell(HttpMethod.Put, "simulator/behaviour", behaviour);

    /// <summary>Makes more numbers known.</summary>
    public Task Register(IReadOnlyList<NewNumber> numbers) => Tell(HttpMethod.Post, "simulator/numbers", numbers);

    /// <summary>Approves a template.</summary>
    public Task Approve(NewTemplate template) => Tell(HttpMethod.Post, "simulator/templates", template);

    /// <summary>Does the webhook handshake with the hub; true when it succeeded.</summary>
    public Task<bool> Verify(string? token = null) =>
        Ask<bool>(HttpMethod.Post, "simulator/verify" + (token is null ? "" : "?" + Pair("token", token)));

    /// <summary>Forgets everything but numbers, templates and files.</summary>
    public Task Reset() => Tell(HttpMethod.Post, "simulator/reset", null);

    /// <summary>Waits until every webhook got its 200. Throws <see cref="TimeoutException"/> otherwise.</summary>
    public async Task WebhooksDelivered(TimeSpan patience)
    {
        var until = DateTimeOffset.UtcNow + patience;
        while ((await Counts()).WebhooksWaiting is > 0 and var waiting)
        {
            if (DateTimeOffset.UtcNow > until)
                throw new TimeoutException($"{waiting} webhooks are still not answered with 200 after {patience}.");
            await Task.Delay(100);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private static string? Pair(string name, string? value) => value is null ? null : $"{name}={Uri.EscapeDataString(value)}";

    internal async Task<T> Ask<T>(HttpMethod method, string path, object? body = null)
    {
        using var answer = await Send(method, path, body);
        return (await answer.Content.ReadFromJsonAsync<T>(Json))!;
    }

    internal async Task Tell(HttpMethod method, string path, object? body) => (await Send(method, path, body)).Dispose();

    private async Task<HttpResponseMessage> Send(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = body is null ? null : JsonContent.Create(body, options: Json),
        };
        var answer = await http.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
            throw new HttpRequestException($"{method} {path} → {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return answer;
    }
}
