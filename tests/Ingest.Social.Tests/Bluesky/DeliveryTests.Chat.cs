using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.PlatformSimulator.Client;
using WebcareHub.Testing;

namespace WebcareHub.Ingest.Social.Tests.Bluesky;

/// <summary>Direct messages.</summary>
public sealed partial class DeliveryTests
{
    [Fact]
    public async Task Direct_messages_go_both_ways()
    {
        await network.Post(new(resident, $"Hoi @{name}", Mentions: municipality));
        await Eventually.Async(() => hub.Ear.Inbound.Any(inbound => inbound.Account == municipality), "a first round", 30);
        var id = await SayAsync("Mijn adres is Dorpsstraat 1");
        var heard = await MessageAsync(id);
        (heard.Visibility, heard.ThreadId, heard.Author.Name).ShouldBe((Visibility.Private, null, $"inwoner-{name}"));
        await network.React(id, resident, "👍");
        await hub.HeardAsync(inbound => inbound.Content is InboundReaction reaction && reaction.TargetId == id, "a reaction");
        hub.Ear.Inbound.Count(inbound => inbound.Content is InboundMessage message && message.PlatformId == id).ShouldBe(1);

        await network.Fail(new(BlueskyFaultKind.TimeoutAfterAccept, "sendMessage", Milliseconds: 300));
        var reply = TestHub.Reply("bluesky", municipality, heard.Author.Ids, "Dank u wel, zie zaltbommel.nl") with
        {
            ReplyTo = heard.ReplyTo,
        };
        await hub.SendAsync(reply);
        await hub.HeardAsync(reply, DeliveryState.Sent);
        (await network.Said(municipality, resident)).Count(said => said.Text == "Dank u wel, zie zaltbommel.nl").ShouldBe(1);
        await network.DeleteMessage(id);
        await hub.HeardAsync(inbound => inbound.Content is InboundDeletion deletion && deletion.PlatformId == id, "a deletion");
    }

    [Fact]
    public async Task A_public_question_is_answered_in_private_when_a_colleague_wants_that()
    {
        var question = await AskAsync("Ik ben mijn paspoort kwijt");
        var reply = Reply(question, "Wat is uw adres?") with { Visibility = Visibility.Private };
        await hub.SendAsync(reply);
        await hub.HeardAsync(reply, DeliveryState.Sent);
        (await network.PostsOf(municipality)).ShouldBeEmpty();
        (await network.Said(municipality, resident)).ShouldHaveSingleItem().Text.ShouldBe("Wat is uw adres?");
    }

    [Fact]
    public async Task Who_takes_no_direct_messages_gets_none_and_the_colleague_reads_why()
    {
        var shy = await network.Join("verlegen-" + name, takesChat: false);
        var uri = await network.Post(new(shy, $"Hoi @{name}", Mentions: municipality));
        var reply = Reply(await MessageAsync(uri), "Stuur uw adres") with { Visibility = Visibility.Private };
        await hub.SendAsync(reply);
        (await hub.HeardAsync(reply, DeliveryState.Failed)).Reason!.ShouldContain("ontvangt geen privéberichten");
    }

    // The log is followed from the first look at it: what is said before that stays in the app.
    private async Task<string> SayAsync(string text)
    {
        bool IsHeard() =>
            hub.Ear.Inbound.Any(inbound =>
                inbound.Content is InboundMessage { Visibility: Visibility.Private } && inbound.Account == municipality
            );
        await Eventually.Async(
            async () => IsHeard() || await network.Say(resident, municipality, "Hallo") is null,
            heard => heard,
            "a direct message that is heard",
            30
        );
        return await network.Say(resident, municipality, text);
    }
}
