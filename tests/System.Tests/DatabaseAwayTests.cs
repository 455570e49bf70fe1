using WebcareHub.SystemTests.Harness;

namespace WebcareHub.SystemTests;

[Collection(nameof(Mortal))]
public sealed class DatabaseAwayTests(MortalHub mortal)
{
    private const int PerSecond = 50;
    private const int FirstResident = 100_000;

    [Fact]
    public async Task With_the_database_away_under_load_nothing_is_dead_lettered_and_routing_resumes_by_itself()
    {
        var hub = mortal.Hub;
        var before = await hub.StoredMessages();
        var sent = 0;

        async Task SendFor(TimeSpan time)
        {
            for (var second = 0; second < time.TotalSeconds; second++, sent += PerSecond)
            {
                await hub.Residents.Write(new WriteMessages(Crowd.Of(PerSecond, FirstResident + sent)));
                await Task.Delay(TimeSpan.FromSeconds(1));
            }
        }

        await SendFor(TimeSpan.FromSeconds(3));
        await hub.Servers.OwnPostgres!.StopAsync();
        await SendFor(Scale.DatabaseAway);
        await hub.Servers.OwnPostgres!.StartAsync();
        await SendFor(TimeSpan.FromSeconds(2));

        await hub.Residents.WebhooksDelivered(Scale.Patience);
        await Eventually.Async(
            hub.StoredMessages,
            stored => stored >= before + sent,
            "every message is stored",
            Scale.Patience.TotalSeconds
        );
        (await hub.StoredMessages()).ShouldBe(before + sent);
        (await hub.DeadLetters()).ShouldBe(0);
    }
}
