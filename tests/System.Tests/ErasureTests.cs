using System.Net;
using WebcareHub.SystemTests.Harness;

namespace WebcareHub.SystemTests;

[Collection(typeof(Told))]
public sealed class ErasureTests(ToldHub told)
{
    private readonly HubUnderTest hub = told.Hub;

    private readonly BusyDay day = told.Day;

    [Fact]
    public async Task Nothing_of_an_erased_resident_is_left_anywhere_and_every_count_is_as_it_was()
    {
        EverythingIsAmong(told.FoundBefore);
        told.PictureBefore.ShouldBe(HttpStatusCode.OK);

        told.Receipt.Conversations.ShouldBe(1);
        told.Receipt.Files.ShouldBe(2);
        await EverywhereForgottenAsync();
        (await told.CountsAsync()).ShouldBe(told.CountsBefore);
        (await day.Files.GetAsync($"api/v1/files/{day.Picture}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await day.Files.GetByteArrayAsync($"api/v1/files/{day.NeighboursPicture}")).AsSpan().EndsWith("jpegmerk"u8).ShouldBeTrue();
    }

    [Fact]
    public async Task A_restored_backup_forgets_them_again_before_it_serves()
    {
        await EverywhereForgottenAsync();

        await hub.KillAsync();
        await told.Backup.RestoreAsync();
        EverythingIsAmong(await new Remains(hub).FindAsync(BusyDay.Traces));
        // Without Routing there is nobody who could tell the channel: it knows by itself.
        await hub.Ingest.StartAsync();
        (await day.Files.GetAsync($"api/v1/files/{day.Picture}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await hub.ReadAsync<long>("select count(*) from channels.bodies")).ShouldBe(0);
        await hub.Routing.StartAsync();

        using var desk = hub.Desk("GM0088");
        (await desk.List()).Items.ShouldAllBe(row => row.Id != day.Conversation || row.ResidentName == null && row.Preview == null);
        (await desk.Open(day.Conversation)).Thread.ShouldAllBe(item => item.Text == null || !Shows(item.Text));
        (await new Remains(hub).FindAsync(BusyDay.Traces)).ShouldBeEmpty();
        (await told.CountsAsync()).ShouldBe(told.CountsBefore);
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
    private static void EverythingIsAmong(IReadOnlyList<string> found)
    {
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
    private async Task EverywhereForgottenAsync()
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
}
