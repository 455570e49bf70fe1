using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.PlatformSimulator.Client;
using WebcareHub.Testing;

namespace WebcareHub.Ingest.WhatsApp.Tests.Sending;

/// <summary>A platform that answers everybody with 500. A hub of its own: what stands open here is open for all its answers.</summary>
public sealed class TroubleTests(TestHub hub) : IClassFixture<TestHub>
{
    private const string Spared =
        "select count(*) from channels.outbound where state = 0 and attempts > 0 and reason = 'WhatsApp is niet bereikbaar. Het bericht is niet verstuurd.'";

    [Fact]
    public async Task A_platform_in_trouble_is_spared_and_every_answer_goes_out_once_when_it_is_well_again()
    {
        var replies = Enumerable.Range(0, 40).Select(Reply).ToArray();
        foreach (var reply in replies)
        {
            await hub.Simulator.Client.Say(TestHub.Number, reply.To[0]["phone:".Length..], "Ik heb een vraag.");
        }

        await hub.Simulator.Client.Fail(new Failure(FailureKind.ServerError, Count: int.MaxValue));
        await Task.WhenAll(replies.Select(reply => hub.SendAsync(Queues.RepliesFor("whatsapp"), reply)));

        // Nothing of the trouble says that the platform cannot be reached: only an open breaker does.
        await Eventually.Async(() => hub.Database.ScalarAsync<long>(Spared), spared => spared > 0, "an answer that was not offered", 60);
        (await hub.Simulator.Client.Received(TestHub.Number)).ShouldBeEmpty();
        await hub.Simulator.Client.Recover();

        await Eventually.Async(
            () => replies.All(reply => hub.Ear.Outcomes.Any(outcome => IsOf(reply, outcome, DeliveryState.Delivered))),
            "every answer delivered",
            120
        );
        var received = await hub.Simulator.Client.Received(TestHub.Number);
        received.Select(message => message.Text).ShouldBe(replies.Select(reply => reply.Text), ignoreOrder: true);
        hub.Ear.Outcomes.ShouldNotContain(outcome => outcome.State == DeliveryState.Failed || outcome.State == DeliveryState.Uncertain);
    }

    private static bool IsOf(ReplyToSend reply, ReplyOutcome outcome, DeliveryState state) =>
        outcome.ReplyId == reply.ReplyId && outcome.State == state;

    private static ReplyToSend Reply(int number) => TestHub.ReplyTo($"3163{number:D7}", $"Antwoord {number}.");
}
