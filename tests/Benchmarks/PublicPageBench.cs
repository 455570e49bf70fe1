using System.Text.Json;
using System.Text.Json.Serialization;
using WebcareHub.Contracts.Api;
using WebcareHub.Testing;

namespace WebcareHub.Benchmarks;

/// <summary>
/// The public page of one municipality at 2,000 requests a second: by itself, while more messages flow in than a national burst has, with
/// PostgreSQL stopped, and after a restart of the service while PostgreSQL is still away.
/// </summary>
internal static class PublicPageBench
{
    private const int Rate = 2_000;
    private const int Seconds = 10;
    private const int MessagesPerSecond = 100;
    private const string Path = "/crisis/schiermonnikoog";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    internal static async Task<Table> RunAsync()
    {
        Table table = new(
            "Public page: one municipality's page, everything on this machine",
            "load",
            "asked/s",
            "requests/s",
            "p50 ms",
            "p99 ms",
            "not 200",
            "CPU µs/request"
        );
        await using PrivatePostgres postgres = await PrivatePostgres.StartAsync();
        await using BenchSystem system = await BenchSystem.CreateAsync();
        await system.PublishBlueprintAsync();
        ServiceProcess crisis = await system.StartAsync("Crisis");
        await system.StartAsync("Routing");
        ServiceProcess ingest = await system.StartAsync("Ingest.WhatsApp");
        await system.RegisterAsync(342);
        int bytes = await SayAsync(system, crisis);
        await RunAsync(table, system, crisis, ingest);
        await WithoutDatabaseAsync(table, crisis, postgres);
        return table.Note(
            $"The page is {bytes:#,##0} bytes as sent (gzip); 64 connections. Reference: /health/live of the same process, the least it can answer."
        );
    }

    private static async Task RunAsync(Table table, BenchSystem system, ServiceProcess crisis, ServiceProcess ingest)
    {
        await AskAsync(crisis, Path, 5_000, 0);
        table.Row(["reference: /health/live", .. await AskAsync(crisis, "/health/live", Rate * Seconds, Rate)]);
        table.Row(["page", .. await AskAsync(crisis, Path, Rate * Seconds, Rate)]);
        table.Row(["page, flat out", .. await AskAsync(crisis, Path, 50_000, 0)]);
        Load messages = new(ingest.Address, new Webhooks(342, system.Secret).Post, 16);
        Task flowing = messages.RunAsync(MessagesPerSecond * (Seconds + 5), MessagesPerSecond);
        await Task.Delay(TimeSpan.FromSeconds(2));
        table.Row([$"page, {MessagesPerSecond} messages/s flow in", .. await AskAsync(crisis, Path, Rate * Seconds, Rate)]);
        await flowing;
        table.Note($"Of the {MessagesPerSecond * (Seconds + 5):#,##0} messages {messages.Refused:#,##0} were not accepted.");
    }

    private static async Task WithoutDatabaseAsync(Table table, ServiceProcess crisis, PrivatePostgres postgres)
    {
        await postgres.StopAsync();
        table.Row(["page, PostgreSQL stopped", .. await AskAsync(crisis, Path, Rate * Seconds, Rate)]);
        await crisis.KillAsync();
        await crisis.StartAsync(Path);
        table.Row(["page, service started while it is stopped", .. await AskAsync(crisis, Path, Rate * Seconds, Rate)]);
        await postgres.StartAgainAsync();
    }

    private static async Task<object[]> AskAsync(ServiceProcess crisis, string path, int count, double rate)
    {
        TimeSpan before = crisis.Processor;
        Load load = new(crisis.Address, (_, _) => Asking(path), 64);
        double seconds = await load.RunAsync(count, rate);
        double cpu = (crisis.Processor - before).TotalMicroseconds / count;
        return
        [
            rate == 0 ? "all" : rate,
            load.Latencies.Count / seconds,
            Percentiles.At(load.Latencies, 0.5),
            Percentiles.At(load.Latencies, 0.99),
            load.Refused,
            cpu,
        ];
    }

    private static HttpRequestMessage Asking(string path)
    {
        HttpRequestMessage request = new(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br");
        return request;
    }

    /// <summary>Declares a crisis, issues core messages and releases them, as people do; the size of the page as it is sent.</summary>
    private static async Task<int> SayAsync(BenchSystem system, ServiceProcess crisis)
    {
        using HttpClient people = system.As(crisis, "GM0088", "webcare", "spokesperson");
        Guid flood = await DeclareAsync(system, crisis, people);
        for (int n = 1; n <= 3; n++)
        {
            string text = SampleTexts.Dutch[n];
            CoreMessage message = await PostAsync<CoreMessage>(
                people,
                "/api/v1/core-messages",
                new IssueCoreMessage(flood, "wadden", null, $"Het water stijgt ({n})", text, null, ["Blijf weg."], null, null, "voorzitter")
            );
            await PostAsync<CoreMessage>(people, $"/api/v1/core-messages/{message.Id}/release", new OnCoreMessage(1));
        }

        using HttpClient anybody = new() { BaseAddress = crisis.Address };
        await Eventually.Async(
            () => anybody.GetStringAsync(Path),
            html => html.Contains("Het water stijgt (3)", StringComparison.Ordinal),
            "the page"
        );
        using HttpResponseMessage page = await anybody.SendAsync(Asking(Path));
        return (await page.Content.ReadAsByteArrayAsync()).Length;
    }

    private static async Task<Guid> DeclareAsync(BenchSystem system, ServiceProcess crisis, HttpClient people)
    {
        using HttpClient operators = system.Operator(crisis);
        using HttpResponseMessage named = await operators.PutAsJsonAsync(
            "/api/v1/offices/wadden/coordinator/GM0088/bench",
            new NameOfficeHolder("Bench")
        );
        named.EnsureSuccessStatusCode();
        CrisisDetail declared = await PostAsync<CrisisDetail>(
            people,
            "/api/v1/crises/declare",
            new DeclareCrisis(null, "hoogwater", null, ["wadden"], null, false, null, false, null, "Het water stijgt.")
        );
        return declared.Crisis.Id;
    }

    private static async Task<T> PostAsync<T>(HttpClient client, string path, object body)
    {
        using HttpResponseMessage answer = await client.PostAsJsonAsync(path, body, Json);
        return answer.IsSuccessStatusCode
            ? (await answer.Content.ReadFromJsonAsync<T>(Json))!
            : throw new InvalidOperationException($"{path}: {await answer.Content.ReadAsStringAsync()}");
    }
}
