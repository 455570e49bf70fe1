using WebcareHub.Contracts;
using WebcareHub.SystemTests.Harness;

namespace WebcareHub.SystemTests.Networks;

/// <summary>
/// How long Meta's platforms take an answer: a day freely, a week in a colleague's own words, and once in private to a comment. What is over is
/// told before it is sent, or by the platform; either way the colleague reads what to do, and can.
/// </summary>
[Collection(typeof(OneHub))]
public sealed class WindowTests(RunningHub running)
{
    private static readonly TimeSpan TwoDays = TimeSpan.FromDays(2);
    private static readonly TimeSpan EightDays = TimeSpan.FromDays(8);

    private readonly HubUnderTest hub = running.Hub;

    [Fact]
    public async Task A_private_message_is_answered_for_a_week_after_a_day_as_a_person_and_then_only_when_the_resident_writes_again()
    {
        await hub.StartSocialAsync();
        string[] channels = [Channel.Messenger, Channel.Instagram];
        await Task.WhenAll(channels.SelectMany(channel => new[] { LateAsync(channel), OverAsync(channel), ToldAsync(channel) }));
    }

    [Fact]
    public async Task A_comment_is_answered_in_private_once_and_for_a_week_and_in_public_for_ever()
    {
        await hub.StartSocialAsync();
        string[] channels = [Channel.Facebook, Channel.Instagram];
        await Task.WhenAll(channels.SelectMany(channel => new[] { OnceAsync(channel), TooOldAsync(channel), TakenAsync(channel) }));
    }

    private async Task LateAsync(string channel)
    {
        var network = new MetaNetwork(channel, TwoDays);
        using var scene = await Scene.BeginAsync(hub, network, Visibility.Private);

        await scene.AnswerAsync();

        await SentAsync(scene);
        (await network.SentAsync()).ShouldHaveSingleItem().Tag.ShouldBe("HUMAN_AGENT");
    }

    private async Task OverAsync(string channel)
    {
        var network = new MetaNetwork(channel, EightDays);
        using var scene = await Scene.BeginAsync(hub, network, Visibility.Private);

        (await scene.RefusalAsync()).ShouldContain("meer dan 7 dagen geleden");

        (await network.SentAsync()).ShouldBeEmpty();
        await WritesAgainAsync(scene, network);
    }

    /// <summary>The platform counts otherwise than we do.</summary>
    private async Task ToldAsync(string channel)
    {
        var network = new MetaNetwork(channel);
        using var scene = await Scene.BeginAsync(hub, network, Visibility.Private);
        await network.RefuseAsync(10);

        await scene.AnswerAsync();

        await FailedAsync(scene, "als de inwoner opnieuw schrijft");
        (await network.SentAsync()).ShouldBeEmpty();
        await WritesAgainAsync(scene, network);
    }

    private async Task OnceAsync(string channel)
    {
        var network = new MetaNetwork(channel);
        using var scene = await Scene.BeginAsync(hub, network, Visibility.Public);
        await scene.AnswerAsync(privately: true);
        await SentAsync(scene);
        var sent = (await network.SentAsync()).ShouldHaveSingleItem();
        (sent.Kind, sent.About).ShouldBe(("private-reply", scene.Message));

        (await scene.RefusalAsync(privately: true)).ShouldContain("al een priv");

        await scene.AnswerAsync();
        await SentAsync(scene);
        (await network.SentAsync()).Select(one => one.Kind).ShouldBe(["private-reply", "comment"], ignoreOrder: true);
    }

    private async Task TooOldAsync(string channel)
    {
        var network = new MetaNetwork(channel, EightDays);
        using var scene = await Scene.BeginAsync(hub, network, Visibility.Public);

        // Instagram's webhook does not tell when a comment was placed: there the platform refuses it.
        if (channel == Channel.Instagram)
        {
            await scene.AnswerAsync(privately: true);
            await FailedAsync(scene, "Antwoord in het openbaar");
        }
        else
            (await scene.RefusalAsync(privately: true)).ShouldContain("ouder dan 7 dagen");

        await scene.AnswerAsync();
        await SentAsync(scene);
        (await network.SentAsync()).ShouldHaveSingleItem().Kind.ShouldBe("comment");
    }

    /// <summary>Somebody answered it in private in Meta's own inbox.</summary>
    private async Task TakenAsync(string channel)
    {
        var network = new MetaNetwork(channel);
        using var scene = await Scene.BeginAsync(hub, network, Visibility.Public);
        await network.RefuseAsync(10900);

        await scene.AnswerAsync(privately: true);

        await FailedAsync(scene, "al een privébericht");
        (await network.SentAsync()).ShouldBeEmpty();
        await scene.AnswerAsync();
        await SentAsync(scene);
        (await network.SentAsync()).ShouldHaveSingleItem().Kind.ShouldBe("comment");
    }

    private static async Task WritesAgainAsync(Scene scene, MetaNetwork network)
    {
        await network.WriteAsync("Bent u er nog?", Visibility.Private, TimeSpan.Zero);
        await scene.ComesInAsync("Bent u er nog?");
        await scene.AnswerAsync();
        await SentAsync(scene);
        (await network.SentAsync()).ShouldHaveSingleItem().Tag.ShouldBeNull();
    }

    private static async Task SentAsync(Scene scene) =>
        (await scene.StateAsync(state => state >= DeliveryState.Sent)).ShouldNotBe(DeliveryState.Failed);

    private static async Task FailedAsync(Scene scene, string words)
    {
        await scene.StateAsync(state => state == DeliveryState.Failed);
        (await scene.WordsAsync()).ShouldNotBeNull().ShouldContain(words);
        await scene.CanActAsync();
    }
}
