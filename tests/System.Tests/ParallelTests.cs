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
                    select stream_id {Received(Zwolle)} group by stream_id having count(*) <> {Album}) other
                """
            )
        ).ShouldBe(0);
    }

    // Each test has the WhatsApp of a municipality to itself; other tests write to them by other channels.
    private static readonly (string Municipality, string Number) Harlingen = HubUnderTest.Accounts[1];
    private static readonly (string Municipality, string Number) Zwolle = HubUnderTest.Accounts[2];

    private Task<long> Stored((string Municipality, string Number) account) => hub.Count($"select count(*) {Received(account)}");

    private Task<long> Conversations((string Municipality, string Number) account) =>
        hub.Count($"select count(distinct stream_id) {Received(account)}");

    private static string Received((string Municipality, string Number) account) =>
        $"""
            from events.mt_events where type = 'message_received' and tenant_id = '{account.Municipality}' and stream_id in (
                select stream_id from events.mt_events where type = 'conversation_opened' and data ->> 'Channel' = 'whatsapp')
            """;
}
