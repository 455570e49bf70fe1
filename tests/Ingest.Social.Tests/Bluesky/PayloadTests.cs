using System.Text.Json;
using System.Text.Json.Nodes;
using WebcareHub.Channels.Receiving;
using WebcareHub.Contracts.Bus;
using WebcareHub.Ingest.Social.Bluesky.Reading;
using WebcareHub.Ingest.Social.Bluesky.Sessions;
using WebcareHub.Testing;

namespace WebcareHub.Ingest.Social.Tests.Bluesky;

public sealed class PayloadTests
{
    private const string Account = "did:plc:gemeente";
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, string> Expected { get; } =
        new()
        {
            {
                "chat-log-01.json",
                "ignored logBeginConvo; ignored logLeaveConvo; message direct \"Hi\" in 1234; deletion direct of did:plc:iijrtk7ocored6zuziwmqq3c"
            },
            { "chat-messages-01.json", "message direct \"Hi\"; deletion direct of did:plc:iijrtk7ocored6zuziwmqq3c" },
            { "jetstream-update-01.json", "ignored app.bsky.actor.profile" },
            { "post-facets-01.json", "ignored app.bsky.feed.post" },
            { "post-images-01.json", "ignored app.bsky.feed.post" },
            { "record-01.json", "ignored app.bsky.feed.post" },
        };

    [Theory]
    [MemberData(nameof(Expected))]
    public void A_recorded_answer_becomes_what_it_is(string file, string expected)
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        var read = Envelope.Read(Payloads.Read($"bluesky/{file}"), Account, Now);
        string.Join("; ", read.Items.Select(Describe)).ShouldBe(expected);
    }

    [Fact]
    public void Every_recorded_answer_has_an_expectation()
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        Payloads.Of("bluesky").Except(Expected.Select(row => row.Data.Item1)).ShouldBeEmpty();
    }

    [Fact]
    public void A_session_tells_who_and_where()
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        using var body = JsonDocument.Parse(Payloads.Read("bluesky/api-session-01.json"));
        var session = ReadSession.From(body.RootElement, new("https://bsky.social"), Now)!;
        session.Did.ShouldBe("did:plc:ec72yg6n2sydzjvtovvdlxrk");
        session.Server.ShouldBe(new("https://chaga.us-west.host.bsky.network"));
        (session.Access, session.Refresh).ShouldBe(("accessJwt", "refreshJwt"));
    }

    [Theory]
    [InlineData("post-facets-01.json", "✨ example mentioning @atproto.com to share the URL 👨‍❤️‍👨 https://en.wikipedia.org/wiki/CBOR.")]
    [InlineData("record-01.json", "regress test")]
    [InlineData(
        "post-images-01.json",
        "example post with multiple images attached\nAfbeelding: brief alt text description of the first image\nAfbeelding: brief alt text description of the second image"
    )]
    public void A_recorded_post_that_names_the_account_is_read(string file, string text)
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        var message = Message(file);
        (message.Text, message.SentAt).ShouldBe((text, Now.AddMinutes(-1)));
    }

    [Fact]
    public void Pictures_are_files_to_fetch()
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        var files = Message("post-images-01.json").Attachments!;
        files.Select(file => file.ContentType).ShouldBe(["image/webp", "image/png"]);
        files.Select(file => file.FileId).ShouldBe(Message("post-images-01.json").Attachments!.Select(file => file.FileId));
    }

    private static InboundMessage Message(string file)
    {
        var recorded = JsonNode.Parse(Payloads.Read($"bluesky/{file}"))!;
        var notification = new JsonObject
        {
            ["uri"] = "at://did:plc:inwoner/app.bsky.feed.post/3k2yinh52ne2x",
            ["cid"] = "bafyrei1",
            ["author"] = new JsonObject { ["did"] = "did:plc:inwoner", ["handle"] = "inwoner.test" },
            ["reason"] = "mention",
            ["record"] = (recorded["value"] ?? recorded).DeepClone(),
            ["indexedAt"] = "2026-11-22T11:59:00.000Z",
        };
        using var document = JsonDocument.Parse(notification.ToJsonString());
        return (InboundMessage)((ForRouting)ReadNotification.From(Account, document.RootElement, Now)).Content;
    }

    private static string Describe(PostItem item) =>
        item switch
        {
            ForRouting { Content: InboundMessage message } => $"{item.Kind} {item.Detail} \"{message.Text}\""
                + (ReplyPlace.Read(message.ReplyTo)?.Convo is { } convo ? $" in {convo}" : ""),
            ForRouting { Content: InboundDeletion deletion } => $"{item.Kind} {item.Detail} of {deletion.Author?.Ids[0]}",
            _ => $"{item.Kind} {item.Detail}",
        };
}
