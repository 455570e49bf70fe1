using System.Net;
using Npgsql;
using WebcareHub.SystemTests.Harness;

namespace WebcareHub.SystemTests;

public sealed class ErasureTests
{
    [Fact]
    public async Task Nothing_of_an_erased_resident_is_left_anywhere_and_every_count_is_as_it_was()
    {
        await using var hub = await HubUnderTest.StartAsync();
        var day = new BusyDay(hub);
        await day.SpendAsync();
        var counts = await CountsAsync(hub);
        await EverythingCanBeFoundAsync(hub);
        (await day.Files.GetAsync($"api/v1/files/{day.Picture}")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var receipt = await day.EraseAsync();

        receipt.Conversations.ShouldBe(1);
        receipt.Files.ShouldBe(2);
        await EverywhereForgottenAsync(hub);
        (await CountsAsync(hub)).ShouldBe(counts);
        (await day.Files.GetAsync($"api/v1/files/{day.Picture}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await day.Files.GetByteArrayAsync($"api/v1/files/{day.NeighboursPicture}")).AsSpan().EndsWith("jpegmerk"u8).ShouldBeTrue();
    }

    [Fact]
    public async Task A_restored_backup_forgets_them_again_before_it_serves()
    {
        await using var hub = await HubUnderTest.StartAsync();
        var day = new BusyDay(hub);
        await day.SpendAsync();
        var counts = await CountsAsync(hub);
        var backup = Backup.Of(hub, "backup");
        await backup.TakeAsync();
        await day.EraseAsync();
        await EverywhereForgottenAsync(hub);

        await Task.WhenAll(hub.Ingest.KillAsync(), hub.Routing.KillAsync(), hub.Blueprint.KillAsync());
        await backup.RestoreAsync();
        await EverythingCanBeFoundAsync(hub);
        // Without Routing there is nobody who could tell the channel: it knows by itself.
        await hub.Ingest.StartAsync();
        (await day.Files.GetAsync($"api/v1/files/{day.Picture}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await ReadAsync<long>(hub, "select count(*) from channels.bodies")).ShouldBe(0);
        await hub.Routing.StartAsync();

        using var desk = hub.Desk("GM0088");
        (await desk.List()).Items.ShouldAllBe(row => row.Id != day.Conversation || row.ResidentName == null && row.Preview == null);
        (await desk.Open(day.Conversation)).Thread.ShouldAllBe(item => item.Text == null || !Shows(item.Text));
        (await new Remains(hub).FindAsync(BusyDay.Traces)).ShouldBeEmpty();
        (await CountsAsync(hub)).ShouldBe(counts);
        (await day.Files.GetByteArrayAsync($"api/v1/files/{day.NeighboursPicture}")).AsSpan().EndsWith("jpegmerk"u8).ShouldBeTrue();
    }

    [Fact]
    public void The_search_sees_through_encodings()
    {
        var base64 = Convert.ToBase64String("een kanarievogel"u8);
        foreach (
            var text in new[]
            {
                "een KANARIEvogel",
                $"x{base64}",
                Convert.ToHexString("een kanarievogel"u8),
                Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(base64)),
            }
        )
            Remains.Inside(text, ["kanarievog"], 2).ShouldNotBeEmpty(text);
        Remains.Inside("/x?q=ge%C3%ABrfd%20%F0%9F%AA%BF", ["geërfd 🪿"], 2).ShouldNotBeEmpty();
        Remains.Inside("{\"q\":\"ge\\u00EBrfd \\uD83E\\uDEBF\"}", ["geërfd 🪿"], 2).ShouldNotBeEmpty();
    }

    /// <summary>Or the search would prove nothing.</summary>
    private static async Task EverythingCanBeFoundAsync(HubUnderTest hub)
    {
        var found = await new Remains(hub).FindAsync(BusyDay.Traces);
        foreach (
            var place in new[]
            {
                "database: glasbakvog",
                "database: Kwartelst",
                "channels.bodies, opened: rommelpo",
                "channels.bodies, opened: brokkenpo",
                "hub.dead_letters, opened: gifbek",
            }
        )
            found.ShouldContain(place);
    }

    /// <summary>The other services hear of it a moment later.</summary>
    private static async Task EverywhereForgottenAsync(HubUnderTest hub)
    {
        IReadOnlyList<string> left = [];
        for (var attempt = 0; attempt < 10 && (attempt == 0 || left.Count > 0); attempt++)
        {
            await Task.Delay(TimeSpan.FromSeconds(attempt == 0 ? 0 : 1));
            left = await new Remains(hub).FindAsync(BusyDay.Traces);
        }

        left.ShouldBeEmpty();
    }

    private static bool Shows(string text) => BusyDay.Traces.Any(trace => text.Contains(trace, StringComparison.OrdinalIgnoreCase));

    /// <summary>Messages per hour, events per type and conversations; but for what erasing itself adds.</summary>
    private static Task<string> CountsAsync(HubUnderTest hub) =>
        ReadAsync<string>(
            hub,
            """
            select (select string_agg(h::text, ' ' order by h::text) from routing.hourly_counts h) || ' ' || (
                select string_agg(type || ' ' || number, ' ' order by type) from (
                    select type, count(*) as number from events.mt_events where type not in ('resolved', 'personal_data_erased') group by type) t)
                || ' conversations ' || (select count(*) from routing.conversations)
            """
        );

    /// <summary>On a connection of its own: a restore cuts those in a pool.</summary>
    private static async Task<T> ReadAsync<T>(HubUnderTest hub, string sql)
    {
        await using var connection = new NpgsqlConnection(hub.Servers.Postgres + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
