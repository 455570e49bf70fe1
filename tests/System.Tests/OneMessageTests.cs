using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.SystemTests.Harness;

namespace WebcareHub.SystemTests;

[Collection(typeof(OneHub))]
public sealed class OneMessageTests(RunningHub running)
{
    private const string Number = "100000088";

    private readonly string resident = $"316{Random.Shared.Next(10_000_000, 99_999_999)}";

    private readonly HubUnderTest hub = running.Hub;

    [Fact]
    public async Task A_question_reaches_the_desk_and_its_answer_reaches_the_resident_and_is_seen_to()
    {
        using var desk = hub.Desk("GM0088");
        await hub.Residents.Say(Number, resident, "Wanneer wordt het oud papier opgehaald?", "Jan Visser");

        var row = await Eventually.Async(() => desk.Next(), next => next is not null, "the question waits at the desk");
        var opened = await desk.Open(row!.Id);
        opened.Thread.ShouldContain(item => item.Kind == ThreadItemKind.Message && item.Text == "Wanneer wordt het oud papier opgehaald?");
        opened.Row.ResidentName.ShouldBe("Jan Visser");
        opened.Row.WhyHere.ShouldNotBeNullOrEmpty();

        await desk.Reply(row.Id, opened.Row.Version, "Het oud papier wordt dinsdag opgehaald.");

        var answer = await Eventually.Async(
            async () => (await hub.Residents.Received(Number, resident)) is [var received, ..] ? received : null,
            message => message is { State: "read" },
            "the answer is read"
        );
        answer!.Text!.ShouldStartWith("Het oud papier wordt dinsdag opgehaald.");
        await Eventually.Async(
            async () => (await desk.Open(row.Id)).Thread.Single(item => item is { Kind: ThreadItemKind.Reply, Automatic: false }).State,
            state => state == DeliveryState.Read,
            "the desk sees that it is read"
        );
    }

    [Fact]
    public async Task The_handshake_of_the_platform_succeeds_only_with_our_token()
    {
        (await hub.Residents.Verify()).ShouldBeTrue();
        (await hub.Residents.Verify("wrong")).ShouldBeFalse();
    }

    [Fact]
    public async Task An_answer_whose_call_breaks_off_is_settled_by_the_platforms_own_report()
    {
        using var desk = hub.Desk("GM0088");
        await hub.Residents.Fail(new Failure(FailureKind.TimeoutAfterAccept, Milliseconds: 500, Resident: resident));

        var state = await AnswerAndWatch(desk, settled => settled is DeliveryState.Read);

        state.ShouldBe(DeliveryState.Read);
        (await hub.Residents.Received(Number, resident)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_that_may_never_have_arrived_is_shown_as_uncertain_and_not_sent_again()
    {
        using var desk = hub.Desk("GM0088");
        await hub.Residents.Fail(new Failure(FailureKind.TimeoutBeforeAccept, Milliseconds: 500, Resident: resident));

        (await AnswerAndWatch(desk, state => state is DeliveryState.Uncertain)).ShouldBe(DeliveryState.Uncertain);

        await Task.Delay(TimeSpan.FromSeconds(3));
        (await hub.Residents.Received(Number, resident)).ShouldBeEmpty();
        (await desk.List("attention")).Items.ShouldContain(row => row.NeedsAttention);
    }

    private async Task<DeliveryState?> AnswerAndWatch(Desk desk, Func<DeliveryState?, bool> enough)
    {
        await hub.Residents.Say(Number, resident, "Is het gemeentehuis open?", "Jan Visser");
        var row = await Eventually.Async(() => desk.Next(), next => next is not null, "the question waits at the desk");
        await desk.Reply(row!.Id, row.Version, "Ja, tot vijf uur.");
        return await Eventually.Async(
            async () => (await desk.Open(row.Id)).Thread.Single(item => item is { Kind: ThreadItemKind.Reply, Automatic: false }).State,
            enough,
            "the answer gets the expected state",
            60
        );
    }
}
