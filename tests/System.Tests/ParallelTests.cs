using WebcareHub.SystemTests.Harness;

namespace WebcareHub.SystemTests;

public sealed class ParallelTests : IAsyncLifetime
{
    private const int SameTimes = 50;
    private const int Album = 10;
    private const string Number = "100000072";

    private HubUnderTest hub = null!;

    public async ValueTask InitializeAsync() => hub = await HubUnderTest.StartAsync();

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    [Fact]
    public async Task The_same_webhook_fifty_times_at_once_is_one_message()
    {
        for (var turn = 0; turn < Scale.Repeats; turn++)
        {
            var message = new ResidentMessage(Number, $"31620{turn:000000}", Text: $"Vraag {turn}");
            var written = await hub.Residents.Write(new WriteMessages([message], Copies: SameTimes, AtOnce: true));
            written.Answers.ShouldAllBe(answer => answer == 200);
        }

        await Eventually.Async(hub.StoredMessages, stored => stored >= Scale.Repeats, "every message is stored", 60);
        // A copy that slips through would come within this time.
        await Task.Delay(TimeSpan.FromSeconds(2));
        (await hub.StoredMessages()).ShouldBe(Scale.Repeats);
        (await Conversations()).ShouldBe(Scale.Repeats);
    }

    [Fact]
    public async Task Ten_messages_of_a_new_resident_at_once_are_one_conversation_with_ten()
    {
        for (var turn = 0; turn < Scale.Repeats; turn++)
        {
            var album = Enumerable.Range(1, Album).Select(part => new ResidentMessage(Number, $"31621{turn:000000}", Text: $"Deel {part}"));
            var written = await hub.Residents.Write(new WriteMessages([.. album], AtOnce: true));
            written.Answers.ShouldAllBe(answer => answer == 200);
        }

        await Eventually.Async(hub.StoredMessages, stored => stored >= Scale.Repeats * Album, "every message is stored", 60);
        (await hub.StoredMessages()).ShouldBe(Scale.Repeats * Album);
        (await Conversations()).ShouldBe(Scale.Repeats);
        (
            await hub.Count(
                """
                select count(*) from (
                    select stream_id from events.mt_events where type = 'message_received' group by stream_id having count(*) <> 10) other
                """
            )
        ).ShouldBe(0);
    }

    private Task<long> Conversations() => hub.Count("select count(*) from events.mt_events where type = 'conversation_opened'");
}
