using WebcareHub.SystemTests.Harness;

namespace WebcareHub.SystemTests;

[Collection(typeof(OneHub))]
public sealed class ParallelTests(RunningHub running)
{
    private const int SameTimes = 50;
    private const int Album = 10;

    private readonly HubUnderTest hub = running.Hub;

    [Fact]
    public async Task The_same_webhook_fifty_times_at_once_is_one_message()
    {
        for (var turn = 0; turn < Scale.Repeats; turn++)
        {
            var message = new ResidentMessage(Harlingen.Number, $"31620{turn:000000}", Text: $"Vraag {turn}");
            var written = await hub.Residents.Write(new WriteMessages([message], Copies: SameTimes, AtOnce: true));
            written.Answers.ShouldAllBe(answer => answer == 200);
        }

        await Eventually.Async(() => Stored(Harlingen), stored => stored >= Scale.Repeats, "every message is stored", 60);
        // A copy that slips through would come within this time.
        await Task.Delay(TimeSpan.FromSeconds(2));
        (await Stored(Harlingen)).ShouldBe(Scale.Repeats);
        (await Conversations(Harlingen)).ShouldBe(Scale.Repeats);
    }

    [Fact]
    public async Task Ten_messages_of_a_new_resident_at_once_are_one_conversation_with_ten()
    {
        for (var turn = 0; turn < Scale.Repeats; turn++)
        {
            var album = Enumerable
                .Range(1, Album)
                .Select(part => new ResidentMessage(Zwolle.Number, $"31621{turn:000000}", Text: $"Deel {part}"));
            var written = await hub.Residents.Write(new WriteMessages([.. album], AtOnce: true));
            written.Answers.ShouldAllBe(answer => answer == 200);
        }

        await Eventually.Async(() => Stored(Zwolle), stored => stored >= Scale.Repeats * Album, "every message is stored", 60);
        (await Stored(Zwolle)).ShouldBe(Scale.Repeats * Album);
        (await Conversations(Zwolle)).ShouldBe(Scale.Repeats);
        (
            await hub.Count(
                $"""
                select count(*) from (
                    select stream_id from events.mt_events where type = 'message_received' and tenant_id = '{Zwolle.Municipality}'
                    group by stream_id having count(*) <> 10) other
                """
            )
        ).ShouldBe(0);
    }

    // Each test has a municipality to itself; nobody else writes to either.
    private static readonly (string Municipality, string Number) Harlingen = HubUnderTest.Accounts[1];
    private static readonly (string Municipality, string Number) Zwolle = HubUnderTest.Accounts[2];

    private Task<long> Stored((string Municipality, string Number) account) => Events("message_received", account);

    private Task<long> Conversations((string Municipality, string Number) account) => Events("conversation_opened", account);

    private Task<long> Events(string type, (string Municipality, string Number) account) =>
        hub.Count($"select count(*) from events.mt_events where type = '{type}' and tenant_id = '{account.Municipality}'");
}
