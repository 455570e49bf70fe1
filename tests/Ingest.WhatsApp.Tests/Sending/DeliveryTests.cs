using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.PlatformSimulator.Client;
using WebcareHub.Testing;

namespace WebcareHub.Ingest.WhatsApp.Tests.Sending;

public sealed partial class DeliveryTests(TestHub hub) : IClassFixture<TestHub>
{
    private static int lastResident = 10_000_000;
    private readonly string resident = $"316{Interlocked.Increment(ref lastResident)}";

    [Fact]
    public async Task An_answer_is_sent_once_and_followed_to_its_reader()
    {
        var reply = await ReplyAsync("Het papier wordt dinsdag opgehaald.");
        await hub.SendAsync(Queues.RepliesFor("whatsapp"), reply);
        await hub.HeardAsync(reply, DeliveryState.Read);
        (await hub.Simulator.Client.Received(resident: resident)).ShouldHaveSingleItem();
        var heard = Of(reply);
        heard
            .Select(outcome => outcome.State)
            .Distinct()
            .ShouldBe([DeliveryState.Sent, DeliveryState.Delivered, DeliveryState.Read], ignoreOrder: true);
        heard.ShouldAllBe(outcome => outcome.PlatformId!.StartsWith("wamid."));
    }

    [Fact]
    public async Task A_long_answer_goes_in_parts_in_order()
    {
        var reply = await ReplyAsync(string.Join(' ', Enumerable.Range(0, 2000).Select(i => $"woord{i}")));
        await hub.SendAsync(Queues.RepliesFor("whatsapp"), reply);
        await Eventually.Async(() => Of(reply).Count(outcome => outcome.State == DeliveryState.Delivered) >= 5, "five parts delivered", 30);
        var texts = (await hub.Simulator.Client.Received(resident: resident)).Select(message => message.Text).ToList();
        texts.Count.ShouldBe(5);
        string.Join(' ', texts).ShouldBe(reply.Text);
    }

    [Fact]
    public async Task Free_text_after_the_window_is_not_sent()
    {
        var reply = await ReplyAsync("Te laat.") with { WindowUntil = DateTimeOffset.UtcNow.AddSeconds(-1) };
        await hub.SendAsync(Queues.RepliesFor("whatsapp"), reply);
        var failed = await hub.HeardAsync(reply, DeliveryState.Failed);
        failed.Reason.ShouldBe("De termijn van 24 uur is voorbij. Vrije tekst mag niet meer; kies een sjabloon.");
        (await hub.Simulator.Client.Received(resident: resident)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_call_that_breaks_off_is_uncertain_until_the_status_settles_it()
    {
        await hub.Simulator.Client.Fail(new Failure(FailureKind.TimeoutAfterAccept, Milliseconds: 500, Resident: resident));
        var reply = await ReplyAsync("Eén keer.");
        await hub.SendAsync(Queues.RepliesFor("whatsapp"), reply);
        await hub.HeardAsync(reply, DeliveryState.Delivered);
        (await hub.Simulator.Client.Received(resident: resident)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_uncertain_part_waits_for_a_colleague_and_goes_once_more_when_asked()
    {
        await hub.Simulator.Client.Fail(new Failure(FailureKind.TimeoutBeforeAccept, Milliseconds: 300, Resident: resident));
        var reply = await ReplyAsync("Onzeker.");
        await hub.SendAsync(Queues.RepliesFor("whatsapp"), reply);
        (await hub.HeardAsync(reply, DeliveryState.Uncertain)).Reason!.ShouldContain("niet zeker");
        var next = await NextSentAsync();
        (await hub.Simulator.Client.Received(resident: resident)).Select(message => message.Text).ShouldBe([next]);

        await hub.SendAsync(
            Queues.RepliesFor("whatsapp"),
            new UncertainSettled(TestHub.Municipality, reply.ConversationId, reply.ReplyId, 0, "whatsapp", true)
        );
        await hub.HeardAsync(reply, DeliveryState.Delivered);
        (await hub.Simulator.Client.Received(resident: resident))
            .Select(message => message.Text)
            .ShouldBe([next, reply.Text], ignoreOrder: true);
    }

    [Fact]
    public async Task A_decision_that_is_told_again_sends_nothing_again()
    {
        var reply = await ReplyAsync("Weer onzeker.");
        var settled = new UncertainSettled(
            TestHub.Municipality,
            reply.ConversationId,
            reply.ReplyId,
            0,
            "whatsapp",
            true,
            Guid.CreateVersion7()
        );
        await hub.Simulator.Client.Fail(new Failure(FailureKind.TimeoutBeforeAccept, Count: 2, Milliseconds: 300, Resident: resident));
        await hub.SendAsync(Queues.RepliesFor("whatsapp"), reply);
        await hub.HeardAsync(reply, DeliveryState.Uncertain);
        await hub.SendAsync(Queues.RepliesFor("whatsapp"), settled);
        await Eventually.Async(
            () => Of(reply).Count(outcome => outcome.State == DeliveryState.Uncertain) == 2,
            "the second sending is uncertain too",
            30
        );

        await hub.SendAsync(Queues.RepliesFor("whatsapp"), settled);
        var next = await NextSentAsync();
        (await hub.Simulator.Client.Received(resident: resident)).Select(message => message.Text).ShouldBe([next]);
    }

    [Fact]
    public async Task The_parts_behind_one_that_is_sent_again_stay_behind_it()
    {
        await hub.Simulator.Client.Fail(new Failure(FailureKind.TimeoutBeforeAccept, Milliseconds: 300, Resident: resident));
        var reply = await ReplyAsync(string.Join(' ', Enumerable.Range(0, 1000).Select(i => $"woord{i}")));
        await hub.SendAsync(Queues.RepliesFor("whatsapp"), reply);
        await hub.HeardAsync(reply, DeliveryState.Uncertain);
        await hub.SendAsync(
            Queues.RepliesFor("whatsapp"),
            new UncertainSettled(TestHub.Municipality, reply.ConversationId, reply.ReplyId, 0, "whatsapp", true, Guid.CreateVersion7())
        );
        await Eventually.Async(
            () => Of(reply).Count(outcome => outcome.State == DeliveryState.Delivered) >= 3,
            "three parts delivered",
            30
        );
        var texts = (await hub.Simulator.Client.Received(resident: resident)).Select(message => message.Text);
        string.Join(' ', texts).ShouldBe(reply.Text);
    }

    [Fact]
    public async Task A_throttle_is_waited_out()
    {
        await hub.Simulator.Client.Fail(new Failure(FailureKind.TooManyRequests, Resident: resident));
        var reply = await ReplyAsync("Even wachten.");
        await hub.SendAsync(Queues.RepliesFor("whatsapp"), reply);
        await hub.HeardAsync(reply, DeliveryState.Delivered);
        Of(reply).ShouldNotContain(outcome => outcome.State == DeliveryState.Failed);
    }

    [Fact]
    public async Task A_refusal_is_told_with_its_sentence()
    {
        await hub.Simulator.Client.Fail(new Failure(FailureKind.Error, Code: 131026, Resident: resident));
        var reply = await ReplyAsync("Komt niet aan.");
        await hub.SendAsync(Queues.RepliesFor("whatsapp"), reply);
        (await hub.HeardAsync(reply, DeliveryState.Failed)).Reason!.ShouldContain("kan deze inwoner niet bereiken");
    }

    [Fact]
    public async Task A_failure_that_comes_later_is_told_too()
    {
        await hub.Simulator.Client.Fail(new Failure(FailureKind.FailedStatus, Code: 131047, Resident: resident));
        var reply = await ReplyAsync("Later mislukt.");
        await hub.SendAsync(Queues.RepliesFor("whatsapp"), reply);
        (await hub.HeardAsync(reply, DeliveryState.Failed)).Reason!.ShouldContain("24 uur");
    }

    [Fact]
    public async Task The_same_request_again_sends_nothing_again()
    {
        var reply = await ReplyAsync("Eén keer maar.");
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => hub.SendAsync(Queues.RepliesFor("whatsapp"), reply)));
        await hub.HeardAsync(reply, DeliveryState.Delivered);
        (await hub.Simulator.Client.Received(resident: resident)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_goes_out_stands_nowhere_in_the_clear()
    {
        var reply = await ReplyAsync("Uw aanvraag 7H3K is goedgekeurd.");
        await hub.SendAsync(Queues.RepliesFor("whatsapp"), reply);
        await hub.HeardAsync(reply, DeliveryState.Read);
        var row = await hub.Database.ScalarAsync<string>("select outbound::text from channels.outbound where reply_id = $1", reply.ReplyId);
        row.ShouldNotBeNull();
        foreach (
            var secret in new[]
            {
                "7H3K",
                resident,
                Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes("7H3K")),
                Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(resident)),
            }
        )
        {
            row.ShouldNotContain(secret);
        }
    }

    [Fact]
    public async Task An_erased_resident_gets_nothing_and_leaves_nothing()
    {
        var reply = await ReplyAsync("Dit was voor iemand.");
        await hub.SendAsync(Queues.RepliesFor("whatsapp"), reply);
        await hub.HeardAsync(reply, DeliveryState.Read);
        await hub.Get<EventStore.Vault>().DestroyKeyAsync(TestHub.Municipality, reply.ResidentId, "test", [], default);
        await hub.SendAsync(
            Queues.ErasuresFor("whatsapp"),
            new ResidentErased(TestHub.Municipality, reply.ResidentId, "whatsapp", [], DateTimeOffset.UtcNow)
        );
        await Eventually.Async(
            () =>
                hub.Database.ScalarAsync<long>(
                    "select count(*) from channels.outbound where reply_id = $1 and content is null and platform_id is null",
                    reply.ReplyId
                ),
            count => count == 1,
            "the texts are gone"
        );

        var late = await ReplyAsync("Nog een.") with { ResidentId = reply.ResidentId };
        await hub.SendAsync(Queues.RepliesFor("whatsapp"), late);
        (await hub.HeardAsync(late, DeliveryState.Failed)).Reason!.ShouldContain("gewist");
    }

    private async Task<ReplyToSend> ReplyAsync(string text)
    {
        await hub.Simulator.Client.Say(TestHub.Number, resident, "Ik heb een vraag.");
        return TestHub.ReplyTo(resident, text);
    }

    private IReadOnlyList<ReplyOutcome> Of(ReplyToSend reply) => [.. hub.Ear.Outcomes.Where(outcome => outcome.ReplyId == reply.ReplyId)];
}
