using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.PlatformSimulator.Client;

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
        var text = TestHub.ReplyTo(Resident, "Alsnog een antwoord.") with
        {
            WindowUntil = null,
        };
        await hub.SendAsync(Queues.RepliesFor("whatsapp"), text);
        (await hub.HeardAsync(text, DeliveryState.Failed)).Reason.ShouldBe(
            "De inwoner schreef meer dan 24 uur geleden. Kies een sjabloon."
        );

        var template = TestHub.ReplyTo(Resident, "wordt niet gelezen", new("antwoord_klaar", "nl", ["Jan", "uw vergunning"])) with
        {
            WindowUntil = DateTimeOffset.UtcNow.AddHours(-1),
        };
        await hub.SendAsync(Queues.RepliesFor("whatsapp"), template);
        await hub.HeardAsync(template, DeliveryState.Delivered);
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
        var template = TestHub.ReplyTo(Resident, null, new("verzonnen", "nl", [])) with
        {
            WindowUntil = DateTimeOffset.UtcNow.AddHours(-1),
        };
        await hub.SendAsync(Queues.RepliesFor("whatsapp"), template);
        var failed = await hub.HeardAsync(template, DeliveryState.Failed);
        failed.Reason.ShouldBe("Dit sjabloon klopt niet of is niet goedgekeurd. Kies een ander sjabloon.");
        failed.Retryable.ShouldBeFalse();
    }
}
