using System.Net;
using System.Text;
using Npgsql;
using WebcareHub.SystemTests.Harness;

namespace WebcareHub.SystemTests;

/// <summary>What services tell about themselves, on the console and by OTLP, searched for what residents and colleagues wrote.</summary>
public sealed class LogTests
{
    private const int Deep = 1;

    /// <summary>What only telemetry could give away, beside all that the busy day's resident left.</summary>
    private static readonly string[] Secrets =
    [
        .. BusyDay.Traces,
        "zwaluwstaart",
        "Zonnebloem",
        "31690000",
        "Maaike de Buurvrouw",
        "31688776655",
        "demo-token",
        "demo-secret",
        "demo-verify",
        "geheim",
    ];

    [Fact]
    public async Task No_log_span_or_figure_of_any_service_holds_a_text_a_name_a_number_or_a_token()
    {
        await using var sink = await TelemetrySink.StartAsync();
        await using var hub = await HubUnderTest.StartAsync(telemetry: sink);
        await hub.StartFrontsAsync();
        var day = new BusyDay(hub);
        await day.SpendAsync();
        var token = hub.Token("GM0088", "agent-1", "webcare", "spokesperson", "admin");
        await TroubleAsync(hub, day, token);
        await SeenAsync(sink, day);

        string[] secrets = [.. Secrets, token.Split('.')[1][..40], token.Split('.')[2][..40]];
        var found = new SortedSet<string>();
        foreach (var line in hub.Logs)
        foreach (var secret in Remains.Inside(line, secrets, Deep))
            found.Add($"log: {secret} in {line[..Math.Min(line.Length, 2000)]}");
        foreach (var kind in new[] { "TraceService", "LogsService", "MetricsService" })
        foreach (var secret in Remains.Inside(sink.All(kind), secrets, Deep).Distinct())
            found.Add($"{kind}: {secret} in {Around(sink.All(kind), secret)}");

        found.ShouldBeEmpty();
    }

    /// <summary>The most talkative logs are those of failures: requests that cannot be read, and what the database refuses.</summary>
    private static async Task TroubleAsync(HubUnderTest hub, BusyDay day, string token)
    {
        foreach (var address in new[] { hub.Routing.Address, hub.OneProcess.Address, hub.Workspace.Address })
        {
            using var http = HubUnderTest.Api(address, token);
            var one = $"api/v1/conversations/{day.Conversation}";
            foreach (
                var (path, body) in new[]
                {
                    ($"{one}/replies", "{\"expectedVersion\":\"fluitketel\",\"text\":\"fluitketel\"}"),
                    ($"{one}/replies", "{\"expectedVersion\":1,\"text\":\"fluitketel"),
                    ($"{one}/notes", "{\"text\":\"kanarievogel \\u0000 fluitketel\"}"),
                    ($"{one}/notes", "{\"text\":\"kanarievogel \\ud83e fluitketel\"}"),
                    ($"{one}/topic", "{\"expectedVersion\":1,\"topic\":\"fluitketel\\u0000\"}"),
                    ("api/v1/conversations/_search", "{\"words\":\"Kwartelstaart\",\"channel\":\"Zebediah\\u0000\"}"),
                    ("api/v1/conversations/_search", "{\"words\":\"Kwartelstaart\",\"after\":\"Zebediah\"}"),
                    ($"api/v1/residents/{day.Resident}/erasure", "{\"reason\":17,\"Zebediah\":\"Zebediah\"}"),
                }
            )
            {
                using var content = new StringContent(body, Encoding.UTF8, "application/json");
                using var answer = await http.PostAsync(path, content);
                answer.StatusCode.ShouldNotBe(HttpStatusCode.InternalServerError, $"{path} {body}");
            }
        }
    }

    /// <summary>Until there is much to search: of every service, of what the database was asked and refused, of who was answered.</summary>
    private static async Task SeenAsync(TelemetrySink sink, BusyDay day)
    {
        string[] spans =
        [
            "ingest-whatsapp",
            "routing",
            "blueprint",
            "workspace",
            "hub",
            "routing.conversations",
            "_search",
            "/messages",
            PostgresErrorCodes.CharacterNotInRepertoire,
            day.Conversation.ToString(),
        ];
        foreach (
            var (kind, words) in new[]
            {
                ("TraceService", spans),
                ("LogsService", new[] { "HotBatch" }),
                ("MetricsService", new[] { "webcare.routed" }),
            }
        )
        foreach (var word in words)
            await Eventually.Async(
                () => Task.FromResult(Remains.Inside(sink.All(kind), [word], 0).Any()),
                seen => seen,
                $"{word} in what {kind} got",
                180
            );
    }

    private static string Around(string text, string secret) =>
        text.IndexOf(secret, StringComparison.OrdinalIgnoreCase) is var at and >= 0
            ? text[Math.Max(0, at - 300)..Math.Min(text.Length, at + 200)]
            : "something encoded";
}
