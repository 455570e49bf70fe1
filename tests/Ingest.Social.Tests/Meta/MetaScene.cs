using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.PlatformSimulator.Client;

namespace WebcareHub.Ingest.Social.Tests.Meta;

/// <summary>A hub with a page and an Instagram account at the simulated platform.</summary>
internal static class MetaScene
{
    public const string Page = "200000088";
    public const string Instagram = "17841400000088";

    /// <summary>Registers the accounts and points the platform at this hub.</summary>
    public static async Task OpenAsync(this TestHub hub)
    {
        await hub.Simulator.Client.Behave(new(MetaHub: new Uri(hub.Client.BaseAddress!, "channels/meta/demo").ToString()));
        await hub.AddAccountAsync(Channel.Facebook, Page, "demo-token");
        await hub.AddAccountAsync(Channel.Messenger, Page, "demo-token");
        await hub.AddAccountAsync(Channel.Instagram, Instagram, "demo-token");
    }

    public static MetaClient Meta(this TestHub hub) => hub.Simulator.Client.Meta;

    public static string AccountOf(string channel) => channel == Channel.Instagram ? Instagram : Page;

    /// <summary>What Routing heard as this message.</summary>
    public static async Task<InboundMessage> HeardMessageAsync(this TestHub hub, string id) =>
        (InboundMessage)
            (await hub.HeardAsync(one => one.Content is InboundMessage message && message.PlatformId == id, $"message {id}")).Content;

    /// <summary>An answer to a message that was heard, to where it belongs.</summary>
    public static ReplyToSend Answer(string channel, InboundMessage message, string text, Visibility? visibility = null) =>
        TestHub.Reply(channel, AccountOf(channel), message.Author.Ids, text) with
        {
            Visibility = visibility ?? message.Visibility,
            ReplyTo = message.ReplyTo,
        };
}
