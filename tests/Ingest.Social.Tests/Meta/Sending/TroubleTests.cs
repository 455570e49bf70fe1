using WebcareHub.Contracts;
using WebcareHub.PlatformSimulator.Client;
using WebcareHub.Testing;

namespace WebcareHub.Ingest.Social.Tests.Meta.Sending;

/// <summary>A platform that fails: the colleague reads the truth, and nobody gets anything twice.</summary>
public sealed class TroubleTests(TestHub hub) : IClassFixture<TestHub>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await hub.OpenAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_broke_off_after_it_was_taken_is_settled_by_the_platforms_own_report()
    {
        foreach (
            var (channel, person, isPublic) in new[]
            {
                (Channel.Messenger, "51", false),
                (Channel.Instagram, "52", false),
                (Channel.Facebook, "53", true),
            }
        )
        {
            var account = MetaScene.AccountOf(channel);
            var question = await hub.HeardMessageAsync(
                await hub.Meta().Do(new(account, person, isPublic ? "comment" : "message", $"Vraag van {person}"))
            );
            await hub.Simulator.Client.Fail(new Failure(FailureKind.TimeoutAfterAccept, Number: account, Milliseconds: 300));
            var reply = MetaScene.Answer(channel, question, $"Antwoord aan {person}");
            await hub.SendAsync(reply);
            await hub.HeardAsync(reply, DeliveryState.Sent);
            (await hub.Meta().Sent(account)).Count(one => one.Text == reply.Text).ShouldBe(1);
        }
    }

    [Theory]
    [InlineData(551, "Deze inwoner kan nu geen berichten ontvangen op Messenger")]
    [InlineData(10, "De inwoner schreef te lang geleden.")]
    [InlineData(200, "Messenger weigert de toegang van deze gemeente.")]
    [InlineData(368, "Messenger heeft dit account geblokkeerd")]
    public async Task A_refusal_is_told_in_words(int code, string beginning)
    {
        var person = $"54{code}";
        var question = await hub.HeardMessageAsync(await hub.Meta().Say(MetaScene.Page, person, "Vraag"));
        await hub.Simulator.Client.Fail(new Failure(FailureKind.Error, Code: code, Number: MetaScene.Page, Resident: $"7{person}"));
        var reply = MetaScene.Answer(Channel.Messenger, question, $"Antwoord {code}");
        await hub.SendAsync(reply);
        (await hub.HeardAsync(reply, DeliveryState.Failed)).Reason.ShouldNotBeNull().ShouldStartWith(beginning);
        (await hub.Meta().Sent(MetaScene.Page)).ShouldNotContain(one => one.Text == reply.Text);
    }

    [Fact]
    public async Task An_expired_access_shows_at_the_account()
    {
        var question = await hub.HeardMessageAsync(await hub.Meta().Say(MetaScene.Instagram, "55", "Vraag"));
        await hub.Simulator.Client.Fail(new Failure(FailureKind.Error, Code: 190, Number: MetaScene.Instagram, Resident: "55"));
        var reply = MetaScene.Answer(Channel.Instagram, question, "Antwoord");
        await hub.SendAsync(reply);
        (await hub.HeardAsync(reply, DeliveryState.Failed)).Retryable.ShouldBeTrue();
        await Eventually.Async(
            async () => (await hub.AccountAsync(Channel.Instagram, MetaScene.Instagram)).Health?.Failure,
            failure => failure == "De toegang tot Instagram is verlopen. De beheerder moet de koppeling vernieuwen.",
            "the account's health",
            30
        );
    }

    [Fact]
    public async Task A_platform_that_is_too_busy_or_ill_gets_it_later_and_once()
    {
        var question = await hub.HeardMessageAsync(await hub.Meta().Say(MetaScene.Page, "56", "Vraag"));
        await hub.Simulator.Client.Fail(new Failure(FailureKind.TooManyRequests, Number: MetaScene.Page, Resident: "756"));
        await hub.Simulator.Client.Fail(new Failure(FailureKind.ServerError, Number: MetaScene.Page, Resident: "756"));
        var reply = MetaScene.Answer(Channel.Messenger, question, "Antwoord aan 56");
        await hub.SendAsync(reply);
        await hub.HeardAsync(reply, DeliveryState.Sent);
        (await hub.Meta().Sent(MetaScene.Page)).Count(one => one.Text == reply.Text).ShouldBe(1);
    }
}
