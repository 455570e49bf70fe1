using System.Collections.Concurrent;
using System.Net;
using Npgsql;
using WebcareHub.Contracts.Api;
using WebcareHub.SystemTests.Harness;

namespace WebcareHub.SystemTests;

/// <summary>
/// Every operation of every service, as each describes its own, tried with every token that must not work: at the services themselves, through
/// the workspace that forwards to them, and at the Hub. A new operation is tried from the day it is described.
/// </summary>
[Collection(nameof(Walls))]
public sealed class WallTests(WalledHub walled, ITestOutputHelper output)
{
    private readonly HubUnderTest hub = walled.Hub;

    [Fact]
    public async Task No_operation_answers_without_a_token_that_is_valid_here_and_now()
    {
        (string What, string? Token)[] bad =
        [
            ("no token", null),
            ("an expired token", hub.Token("GM0088", TimeSpan.FromHours(-1), "webcare", WalledHub.EveryRole)),
            ("another audience", hub.Token("GM0088", TimeSpan.FromHours(1), "elsewhere", WalledHub.EveryRole)),
            ("an issuer that may not speak for this municipality", hub.Issuer.Token("GM0088", WalledHub.EveryRole)),
            ("a key that is not the issuer's", hub.Issuer.ForgedToken("GM0072", WalledHub.EveryRole)),
            ("a token that was changed", hub.Issuer.Token("GM0072", WalledHub.EveryRole)[..^4] + "abcd"),
        ];
        var operations = await Operations();
        var open = new ConcurrentBag<string>();
        // Open data is for everybody.
        operations = [.. operations.Where(operation => !operation.Path.StartsWith("/open-data", StringComparison.Ordinal))];
        var tries = operations.SelectMany(_ => bad, (operation, way) => (operation, way.What, way.Token));
        await Parallel.ForEachAsync(
            tries,
            WalledHub.AtOnce,
            async (one, _) =>
            {
                using var answer = await one.operation.Call(one.Token, Zwolles(walled.Conversation.ToString()));
                if (answer.StatusCode is not HttpStatusCode.Unauthorized)
                    open.Add($"{one.operation} with {one.What}: {(int)answer.StatusCode}");
            }
        );

        output.WriteLine($"{operations.Count} operations, {bad.Length} tokens each.");
        open.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_issuer_speaks_for_its_own_municipality()
    {
        var me = (await Operation.Of(hub.Routing)).Single(route => route.Path == "/me");
        using var answer = await me.Call(hub.Issuer.Token("GM0072", "webcare"));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_municipality_s_provider_cannot_make_an_operator_of_the_hub()
    {
        var publish = (await Operation.Of(hub.Blueprint)).Single(route => route.Path == "/releases" && route.Method == HttpMethod.Post);
        using var answer = await publish.Call(
            hub.Issuer.Token("GM0072", "operator"),
            body: "{\"layer\":\"nl\",\"notes\":\"Overgenomen\",\"files\":{}}"
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_another_municipality_has_is_not_there()
    {
        var leaks = new ConcurrentBag<string>();
        var tries =
            from operation in await Operations()
            where !operation.Path.StartsWith("/development", StringComparison.Ordinal)
            // The workspace passes on what the services themselves are tried with in full.
            let front = operation.Service == hub.Workspace || operation.Service == hub.OneProcess
            from one in (front ? Foreigners()[..1] : Foreigners()).Index()
            // The second is of another issuer and for the rest the same.
            let most = front || one.Index > 0 ? 3 : int.MaxValue
            // A place that takes no id has the same for all of them: the same request once.
            from id in operation.NamesOne ? walled.IdsFor(operation.Path).DistinctBy(id => operation.For(Zwolles(id))).Take(most) : [""]
            select (operation, one.Item, id);
        await Parallel.ForEachAsync(
            tries,
            WalledHub.AtOnce,
            async (each, _) => await TryAsync(each.operation, each.Item, each.id, leaks.Add)
        );
        leaks.ShouldBeEmpty();
        using var own = hub.Desk("GM0193");
        (await own.Open(walled.Conversation)).Thread.ShouldContain(item => item.Text != null && item.Text.Contains(WalledHub.Secret));
    }

    private async Task TryAsync(Operation operation, string token, string id, Action<string> leaks)
    {
        using var answer = await operation.Call(token, Zwolles(id), Body);
        var text = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode is HttpStatusCode.InternalServerError)
            leaks($"{operation} for {id} stumbles");
        // Only an operator names who is in a team or holds an office: anybody else is refused before a name is looked up.
        var naming =
            operation.Path.StartsWith("/teams/", StringComparison.Ordinal)
            || operation.Path.StartsWith("/offices/", StringComparison.Ordinal);
        var refused = naming && answer.StatusCode is HttpStatusCode.Forbidden;
        if (operation.NamesOne && !refused && answer.StatusCode is not HttpStatusCode.NotFound)
            leaks($"{operation} for {id}: {(int)answer.StatusCode}");
        if (
            text.Contains(WalledHub.Secret, StringComparison.OrdinalIgnoreCase)
            || walled.Ids.Any(known => known != id && text.Contains(known))
        )
            leaks($"{operation} shows what is Zwolle's: {text[..Math.Min(200, text.Length)]}");
    }

    [Fact]
    public async Task Naming_what_another_municipality_has_in_a_body_or_a_query_finds_nothing_either()
    {
        foreach (var token in Foreigners())
        {
            using var ingest = HubUnderTest.Api(hub.Ingest.Address, token);
            using var routing = HubUnderTest.Api(hub.Routing.Address, token);
            using var blueprint = HubUnderTest.Api(hub.Blueprint.Address, token);
            using var picture = new ByteArrayContent([0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]) { Headers = { ContentType = new("image/jpeg") } };

            (await ingest.PostAsync($"api/v1/files?residentId={walled.Resident}", picture)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            var account = new
            {
                Channel = "whatsapp",
                App = "demo",
                Id = "100000193",
                Municipality = "GM0193",
            };
            (await ingest.PostAsJsonAsync("api/v1/accounts", account)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await ingest.PostAsJsonAsync("api/v1/accounts", account with { Municipality = "GM0088" })).StatusCode.ShouldBe(
                HttpStatusCode.NotFound
            );
            var release = new NewRelease("GM0193", "Overgenomen", new Dictionary<string, string> { ["rules.yaml"] = "" });
            (await blueprint.PostAsJsonAsync("api/v1/releases", release)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await blueprint.GetStringAsync("api/v1/releases?layer=GM0193")).ShouldNotContain("GM0193");
            foreach (var delivery in await hub.ColumnAsync<string>("select id::text from routing.deliveries where tenant_id = 'GM0193'"))
                (await routing.GetStringAsync($"api/v1/deliveries?id={delivery}")).ShouldNotContain(delivery);
        }
    }

    [Fact]
    public async Task An_answer_of_another_conversation_is_not_there_and_a_file_of_another_resident_goes_nowhere()
    {
        var resident = $"316{Random.Shared.Next(10_000_000, 99_999_999)}";
        await hub.Residents.Say("100000088", resident, "Is het gemeentehuis open?", "Jan Visser");
        using var desk = hub.Desk("GM0088", "agent-1", "webcare", "spokesperson");
        using var http = HubUnderTest.Api(hub.Routing.Address, hub.Token("GM0088", "agent-1", "webcare", "spokesperson"));
        var row = await Eventually.Async(() => desk.Next(), next => next is not null, "the question waits at the desk");

        var settle = new SettleReply(row!.Version, 0, true);
        (await http.PostAsJsonAsync($"api/v1/conversations/{row.Id}/replies/{walled.Reply}/settlement", settle)).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );

        var withFile = new NewReply(row.Version, "Hierbij.", FileIds: [walled.File]);
        (await http.PostAsJsonAsync($"api/v1/conversations/{row.Id}/replies", withFile)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await desk.Open(row.Id)).Thread.ShouldNotContain(item => item.Kind == ThreadItemKind.Reply);
        (await hub.Residents.Received("100000088", resident)).ShouldAllBe(message => message.Type == "text");
    }

    [Fact]
    public async Task The_role_of_requests_sees_no_row_without_a_list_of_municipalities()
    {
        var tables = await hub.ColumnAsync<string>(TablesWithTenant);
        tables.Count.ShouldBeGreaterThan(15);
        await using var connection = new NpgsqlConnection(Sql.Unpooled(hub.Servers.Postgres));
        await connection.OpenAsync();
        await new NpgsqlCommand("set role webcare_app", connection).ExecuteNonQueryAsync();
        var (seen, rows) = (new List<string>(), 0);
        foreach (var table in tables)
        {
            rows += (await hub.ColumnAsync<string>($"select 'row' from {table} limit 1")).Count;
            await using var command = new NpgsqlCommand($"select count(*) from (select from {table} limit 1) found", connection);
            try
            {
                if ((long)(await command.ExecuteScalarAsync())! > 0)
                    seen.Add(table);
            }
            catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
            {
                // Not even asking is allowed.
            }
        }

        seen.ShouldBeEmpty();
        rows.ShouldBeGreaterThan(10);
    }

    private const string TablesWithTenant = """
        select format('%I.%I', c.table_schema, c.table_name) from information_schema.columns c
        where c.column_name = 'tenant_id' and c.table_schema not in ('pg_catalog', 'information_schema') order by 1
        """;

    private const string Body = """
        {"expectedVersion":4,"text":"Hallo","topic":"afval","how":"answered","reason":"request","workList":"webcare","part":0,"sendAgain":false,
        "until":"2040-01-01T00:00:00Z","words":"tuin"}
        """;

    /// <summary>All a colleague of another municipality can be: by our own signer, and by that municipality's provider.</summary>
    private string[] Foreigners() => [hub.Token("GM0088", "spy", WalledHub.EveryRole), hub.Issuer.Token("GM0072", WalledHub.EveryRole)];

    /// <summary>What stands in a path: a thing of Zwolle, or a release of its layer.</summary>
    private static Func<string, string> Zwolles(string id) =>
        name =>
            name switch
            {
                "layer" => "GM0193",
                // Of a region that neither of the others is in.
                "pool" => "ijsselland",
                "number" => "1",
                _ => id,
            };

    private async Task<IReadOnlyList<Operation>> Operations()
    {
        var operations = new List<Operation>();
        ServiceProcess[] apartEach = [hub.Ingest, hub.Social, hub.Chat, hub.Routing, hub.Blueprint, hub.Monitoring, hub.Crisis];
        foreach (var service in apartEach.Concat([hub.Workspace, hub.OneProcess]))
            operations.AddRange(await Operation.Of(service));
        var apart = operations.Where(operation => operation.Service != hub.OneProcess && operation.Service != hub.Workspace).ToList();
        foreach (var front in new[] { hub.Workspace, hub.OneProcess })
            operations.Where(operation => operation.Service == front).Select(Name).Order().ShouldBe(apart.Select(Name).Distinct().Order());
        apart.Select(Name).Distinct().Count().ShouldBeGreaterThan(25);
        return operations;
    }

    private static string Name(Operation operation) => $"{operation.Method} {operation.Path}";
}
