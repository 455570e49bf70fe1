using System.Net;
using System.Text.RegularExpressions;
using Npgsql;
using WebcareHub.SystemTests.Harness;

namespace WebcareHub.SystemTests;

/// <summary>Every route of every service, tried with every token that must not work; and the database under them.</summary>
public sealed partial class WallTests(RunningHub running, ITestOutputHelper output) : IClassFixture<RunningHub>
{
    private const string Secret = "Kwartelkoning";
    private static readonly string[] everyRole = ["webcare", "spokesperson", "editor", "analyst", "manager", "admin"];

    private readonly HubUnderTest hub = running.Hub;

    [Fact]
    public async Task No_route_answers_without_a_token_that_is_valid_here_and_now()
    {
        (string What, string? Token)[] bad =
        [
            ("no token", null),
            ("an expired token", hub.Token("GM0088", TimeSpan.FromHours(-1), "webcare", everyRole)),
            ("another audience", hub.Token("GM0088", TimeSpan.FromHours(1), "elsewhere", everyRole)),
            ("an issuer that may not speak for this municipality", hub.Issuer.Token("GM0088", everyRole)),
            ("a token of no issuer at all", hub.Issuer.Token("GM0072", everyRole)[..^4] + "abcd"),
        ];
        var routes = await Operations();
        var open = new List<string>();
        foreach (var route in routes)
        foreach (var (what, token) in bad)
        {
            using var answer = await route.Call(token, name => name is "number" ? "1" : Guid.NewGuid().ToString());
            if (answer.StatusCode is not HttpStatusCode.Unauthorized)
                open.Add($"{route} with {what}: {(int)answer.StatusCode}");
        }

        output.WriteLine($"{routes.Count} routes, {bad.Length} tokens each.");
        routes.Count.ShouldBeGreaterThan(30);
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
    public async Task Nothing_of_one_municipality_is_found_by_another()
    {
        var conversation = await SayInZwolle();
        string[] foreign = [hub.Token("GM0088", "spy", everyRole), hub.Issuer.Token("GM0072", everyRole)];
        var known = await IdsOfZwolle(conversation);
        var leaks = new List<string>();
        foreach (var route in await Operations())
        foreach (var token in foreign)
        foreach (var id in route.NamesOne ? known : [""])
        {
            using var answer = await route.Call(token, _ => id, Body(route));
            var text = await answer.Content.ReadAsStringAsync();
            if (
                text.Contains(Secret, StringComparison.OrdinalIgnoreCase)
                || text.Contains(conversation.ToString(), StringComparison.OrdinalIgnoreCase) && !route.NamesOne
            )
                leaks.Add($"{route} shows what is Zwolle's: {text[..Math.Min(200, text.Length)]}");
            if (route.NamesOne && answer.IsSuccessStatusCode && !IsShared(route))
                leaks.Add($"{route} for {id}: {(int)answer.StatusCode}");
        }

        leaks.ShouldBeEmpty();
        using var own = hub.Desk("GM0193");
        (await own.Open(conversation)).Thread.ShouldContain(item => item.Text != null && item.Text.Contains(Secret));
    }

    [Fact]
    public async Task The_role_of_requests_sees_no_row_without_a_list_of_municipalities()
    {
        await SayInZwolle();
        await using var source = NpgsqlDataSource.Create(hub.Servers.Postgres);
        await using var connection = await source.OpenConnectionAsync();
        var tables = await Strings(connection, TablesWithTenant);
        tables.Count.ShouldBeGreaterThan(15);
        await Execute(connection, "set role webcare_app");
        var seen = new List<string>();
        foreach (var table in tables)
            if (await Readable(connection, table) && (await Strings(connection, $"select 'row' from {table} limit 1")).Count > 0)
                seen.Add(table);
        seen.ShouldBeEmpty();
    }

    private const string TablesWithTenant = """
        select format('%I.%I', table_schema, table_name) from information_schema.columns
        where column_name = 'tenant_id' and table_schema not in ('pg_catalog', 'information_schema') order by 1
        """;

    private async Task<List<Operation>> Operations()
    {
        List<Operation> routes =
        [
            .. await Operation.Of(hub.Ingest),
            .. await Operation.Of(hub.Routing),
            .. await Operation.Of(hub.Blueprint),
        ];
        return
        [
            .. routes
                .DistinctBy(route => (route.Service.Name, route.Method, route.Path))
                .Where(route => !route.Path.StartsWith("/development", StringComparison.Ordinal)),
        ];
    }

    private async Task<Guid> SayInZwolle()
    {
        var resident = $"316{Random.Shared.Next(10_000_000, 99_999_999)}";
        await hub.Residents.Say("100000193", resident, $"Er zit een {Secret} in mijn tuin, wie kan ik bellen?", $"{Secret} Janssen");
        using var desk = hub.Desk("GM0193");
        var row = await Eventually.Async(
            async () =>
                (await desk.List()).Items.FirstOrDefault(item => item.ResidentName?.StartsWith(Secret, StringComparison.Ordinal) == true),
            found => found is not null,
            "the message is in Zwolle's list"
        );
        return row!.Id;
    }

    /// <summary>Everything that names something of Zwolle: conversation, resident, messages, deliveries.</summary>
    private async Task<string[]> IdsOfZwolle(Guid conversation)
    {
        using var desk = hub.Desk("GM0193");
        var detail = await desk.Open(conversation);
        return [conversation.ToString(), detail.ResidentId.ToString(), detail.Thread[0].Id.ToString()];
    }

    /// <summary>A release of the national layer and the topics are everybody's.</summary>
    private static bool IsShared(Operation route) => route.Path.StartsWith("/releases", StringComparison.Ordinal);

    private static string Body(Operation route) =>
        Search().IsMatch(route.Path)
            ? $"{{\"words\":\"{Secret}\"}}"
            : "{\"expectedVersion\":4,\"text\":\"Hallo\",\"topic\":\"afval\",\"how\":\"answered\",\"reason\":\"test\",\"workList\":\"webcare\",\"part\":0,\"sendAgain\":false,\"until\":\"2030-01-01T00:00:00Z\"}";

    private static async Task<bool> Readable(NpgsqlConnection connection, string table) =>
        (await Strings(connection, $"select has_table_privilege('{table}', 'select')::text"))[0] == "true";

    private static async Task<List<string>> Strings(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await reader.ReadAsync())
            found.Add(reader.GetString(0));
        return found;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    [GeneratedRegex("_search$")]
    private static partial Regex Search();
}
