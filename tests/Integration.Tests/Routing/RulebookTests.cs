using Npgsql;
using WebcareHub.EventStore;
using WebcareHub.Rulebooks;

namespace WebcareHub.Integration.Tests.Routing;

public sealed class RulebookTests
{
    [Fact]
    public async Task A_session_that_holds_the_last_connection_reads_the_releases_on_it()
    {
        await using var hub = await RoutingHub.StartAsync();
        await hub.PublishAsync("GM0088", 1, new() { ["layer.yaml"] = "layer: { title: Schiermonnikoog, kind: municipality }" });
        var app = hub.Get<Database>().App;
        var session = await hub.Get<EventStore.EventStore>().OpenAsync(["GM0193"], null, default);
        var held = new List<NpgsqlConnection>();
        while (held.Count < new NpgsqlConnectionStringBuilder(app.ConnectionString).MaxPoolSize - 1)
            held.Add(await app.OpenConnectionAsync());
        await using (session)
        {
            using var rulebook = new Rulebook(hub.Get<EventStore.EventStore>(), TimeProvider.System);

            var edition = await rulebook.AtAsync(session, default);

            edition.For("GM0088").Releases.ShouldBe(new Dictionary<string, int> { ["nl"] = 1, ["GM0088"] = 1 }, ignoreOrder: true);
            // The wall stands as it stood.
            await using var wall = new NpgsqlCommand("select hub.tenants()::text[]", session.Connection);
            ((string[])(await wall.ExecuteScalarAsync())!).ShouldBe(["GM0193"]);
        }
        foreach (var connection in held)
            await connection.DisposeAsync();
    }
}
