using System.Net;
using System.Text;
using Npgsql;
using WebcareHub.Contracts.Api;

namespace WebcareHub.SystemTests.Harness;

/// <summary>Every service, apart and in one process, that tells all it can by OTLP; after a busy day and much trouble one resident was forgotten.</summary>
public sealed class ToldHub : IAsyncLifetime
{
    internal TelemetrySink Sink { get; private set; } = null!;

    internal HubUnderTest Hub { get; private set; } = null!;

    internal BusyDay Day { get; private set; } = null!;

    /// <summary>What a colleague signed the troublesome requests with.</summary>
    internal string Token { get; private set; } = "";

    /// <summary>What every count was before, and where what the resident left was found.</summary>
    internal string CountsBefore { get; private set; } = "";

    internal IReadOnlyList<string> FoundBefore { get; private set; } = [];

    internal HttpStatusCode PictureBefore { get; private set; }

    /// <summary>Of the day before the resident was forgotten.</summary>
    internal Backup Backup { get; private set; } = null!;

    internal ErasureReceipt Receipt { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Sink = await TelemetrySink.StartAsync();
        Hub = await HubUnderTest.StartAsync(telemetry: Sink);
        await Hub.StartFrontsAsync();
        Day = new BusyDay(Hub);
        await Day.SpendAsync();
        Token = Hub.Token("GM0088", "agent-1", "webcare", "spokesperson", "admin");
        await TroubleAsync();
        await SeenAsync();
        CountsBefore = await CountsAsync();
        FoundBefore = await new Remains(Hub).FindAsync(BusyDay.Traces);
        using (var picture = await Day.Files.GetAsync($"api/v1/files/{Day.Picture}"))
            PictureBefore = picture.StatusCode;
        Backup = Backup.Of(Hub, "backup");
        await Backup.TakeAsync();
        Receipt = await Day.EraseAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Hub is not null)
            await Hub.DisposeAsync();
        await Sink.DisposeAsync();
    }

    /// <summary>Messages per hour, events per type and conversations; but for what erasing itself adds.</summary>
    internal Task<string> CountsAsync() =>
        Hub.ReadAsync<string>(
            """
            select (select string_agg(h::text, ' ' order by h::text) from routing.hourly_counts h) || ' ' || (
                select string_agg(type || ' ' || number, ' ' order by type) from (
                    select type, count(*) as number from events.mt_events where type not in ('resolved', 'personal_data_erased') group by type) t)
                || ' conversations ' || (select count(*) from routing.conversations)
            """
        );

    /// <summary>The most talkative logs are those of failures: requests that cannot be read, and what the database refuses.</summary>
    private async Task TroubleAsync()
    {
        foreach (var address in new[] { Hub.Routing.Address, Hub.OneProcess.Address, Hub.Workspace.Address })
        {
            using var http = HubUnderTest.Api(address, Token);
            var one = $"api/v1/conversations/{Day.Conversation}";
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
                    ($"api/v1/residents/{Day.Resident}/erasure", "{\"reason\":17,\"Zebediah\":\"Zebediah\"}"),
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
    private async Task SeenAsync()
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
            Day.Conversation.ToString(),
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
                () => Task.FromResult(Remains.Inside(Sink.All(kind), [word], 0).Any()),
                seen => seen,
                $"{word} in what {kind} got",
                180
            );
    }
}

/// <summary>The tests of what a hub tells and what it forgets share one.</summary>
[CollectionDefinition]
public sealed class Told : ICollectionFixture<ToldHub>;
