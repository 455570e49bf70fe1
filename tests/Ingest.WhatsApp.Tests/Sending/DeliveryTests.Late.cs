using System.Text;
using WebcareHub.Channels.Sending;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.PlatformSimulator.Client;
using WebcareHub.Testing;

namespace WebcareHub.Ingest.WhatsApp.Tests.Sending;

/// <summary>What the platform tells after the fact.</summary>
public sealed partial class DeliveryTests
{
    [Fact]
    public async Task A_late_report_that_the_first_sending_arrived_ends_the_doubt_about_the_second()
    {
        await hub.Simulator.Client.Fail(new Failure(FailureKind.TimeoutBeforeAccept, Count: 2, Milliseconds: 300, Resident: resident));
        var reply = await ReplyAsync("Nog een keer onzeker.");
        await hub.SendAsync(Queues.RepliesFor("whatsapp"), reply);
        await hub.HeardAsync(reply, DeliveryState.Uncertain);
        var first = await hub.Database.ScalarAsync<Guid>("select part_id from channels.outbound where reply_id = $1", reply.ReplyId);
        await hub.SendAsync(
            Queues.RepliesFor("whatsapp"),
            new UncertainSettled(TestHub.Municipality, reply.ConversationId, reply.ReplyId, 0, "whatsapp", true, Guid.CreateVersion7())
        );
        await Eventually.Async(
            () => Of(reply).Count(outcome => outcome.State == DeliveryState.Uncertain) == 2,
            "the second sending is uncertain too",
            30
        );

        (await hub.PostAsync(Delivered(first))).EnsureSuccessStatusCode();

        (await hub.HeardAsync(reply, DeliveryState.Delivered)).PlatformId.ShouldBe("wamid.late");
        (await hub.Simulator.Client.Received(resident: resident)).ShouldBeEmpty();
    }

    private byte[] Delivered(Guid part) =>
        Encoding.UTF8.GetBytes(
            $$$"""
            {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{
              "messaging_product":"whatsapp","metadata":{"phone_number_id":"{{{TestHub.Number}}}"},
              "statuses":[{"id":"wamid.late","status":"delivered","timestamp":"{{{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}}}",
                "recipient_id":"{{{resident}}}","biz_opaque_callback_data":"{{{part}}}"}]}}]}]}
            """
        );

    [Fact]
    public async Task Another_id_of_a_recipient_reaches_routing_as_the_same_person()
    {
        var reply = await ReplyAsync("Dag.");
        var part = new OutboundPart(
            Guid.NewGuid(),
            reply.Municipality,
            reply.ConversationId,
            reply.ReplyId,
            0,
            reply.App,
            reply.Account,
            reply.ResidentId,
            null,
            1,
            DateTimeOffset.UtcNow,
            null!
        );

        await hub.Get<TellRecipient>().TellAsync("whatsapp", part, new([$"phone:{resident}", $"phone:9{resident}"], null), default);

        await Eventually.Async(
            () =>
                hub.Ear.Inbound.Any(inbound =>
                    inbound.Content is InboundIdentityChange change && change.Current.Ids.Contains($"phone:9{resident}")
                ),
            "the other id",
            30
        );
    }

    /// <summary>
    /// The text of a later answer to the same resident, in a later conversation, that has arrived ten minutes on: whatever was to be tried again,
    /// or came before it in the queue, has had its turn.
    /// </summary>
    private async Task<string> NextSentAsync()
    {
        await hub.MoveClockAsync(TimeSpan.FromMinutes(10));
        var next = await ReplyAsync("Nog iets anders.");
        await hub.SendAsync(Queues.RepliesFor("whatsapp"), next);
        await hub.HeardAsync(next, DeliveryState.Delivered);
        return next.Text!;
    }
}
