using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.PlatformSimulator.Client;
using WebcareHub.Testing;

namespace WebcareHub.Ingest.WhatsApp.Tests.Sending;

/// <summary>A resident who wrote more than 24 hours ago, by the platform's clock and by ours.</summary>
public sealed class TemplateTests(TestHub hub) : IClassFixture<TestHub>
{
    private const string Resident = "31640000001";

    [Fact]
    public async Task A_template_goes_out_when_the_window_is_closed_and_free_text_does_not()
    {
        await hub.Simulator.Client.Say(TestHub.Number, Resident, "Ik heb een vraag.");
        await hub.Simulator.Client.Behave(new(ClockOffsetSeconds: (long)TimeSpan.FromHours(25).TotalSeconds));
        await hub.Simulator.Client.Approve(new NewTemplate("antwoord_klaar", "nl", "Hallo {{1}}, er is een antwoord over {{2}}."));

        // As if ours were wrong about the window: the platform itself says that it does not deliver.
        var text = Reply("Alsnog een antwoord.", null, windowUntil: null);
        await hub.SendAsync(Queues.RepliesFor("whatsapp"), text);
        (await HeardAsync(text, DeliveryState.Failed)).Reason.ShouldBe("De inwoner schreef meer dan 24 uur geleden. Kies een sjabloon.");

        var template = Reply(
            "wordt niet gelezen",
            new("antwoord_klaar", "nl", ["Jan", "uw vergunning"]),
            DateTimeOffset.UtcNow.AddHours(-1)
        );
        await hub.SendAsync(Queues.RepliesFor("whatsapp"), template);
        await HeardAsync(template, DeliveryState.Delivered);
        (await hub.Simulator.Client.Received(resident: Resident))
            .Where(message => message.State != "failed")
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                message => message.Type.ShouldBe("template"),
                message => message.Template.ShouldBe("antwoord_klaar"),
                message => message.Text.ShouldBe("Hallo Jan, er is een antwoord over uw vergunning.")
            );
    }

    [Fact]
    public async Task A_template_that_is_not_approved_is_told_with_its_sentence()
    {
        await hub.Simulator.Client.Say(TestHub.Number, Resident, "Ik heb nog een vraag.");
        var template = Reply(null, new("verzonnen", "nl", []), DateTimeOffset.UtcNow.AddHours(-1));
        await hub.SendAsync(Queues.RepliesFor("whatsapp"), template);
        var failed = await HeardAsync(template, DeliveryState.Failed);
        failed.Reason.ShouldBe("Dit sjabloon klopt niet of is niet goedgekeurd. Kies een ander sjabloon.");
        failed.Retryable.ShouldBeFalse();
    }

    private async Task<ReplyOutcome> HeardAsync(ReplyToSend reply, DeliveryState state)
    {
        bool IsIt(ReplyOutcome outcome) => outcome.ReplyId == reply.ReplyId && outcome.State == state;
        await Eventually.Async(() => hub.Ear.Outcomes.Any(IsIt), $"an answer that is {state}", 60);
        return hub.Ear.Outcomes.First(IsIt);
    }

    private static ReplyToSend Reply(string? text, TemplateUse? template, DateTimeOffset? windowUntil) =>
        new(
            TestHub.Municipality,
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            "whatsapp",
            "demo",
            TestHub.Number,
            Guid.CreateVersion7(),
            [$"phone:{Resident}"],
            text,
            null,
            template,
            [],
            windowUntil
        );
}
