using System.Text.Json;
using WebcareHub.Channels.Receiving;
using WebcareHub.Contracts.Bus;
using WebcareHub.Ingest.Social.Mastodon.Reading;
using WebcareHub.Ingest.Social.Mastodon.Streaming;
using WebcareHub.Testing;

namespace WebcareHub.Ingest.Social.Tests.Mastodon;

public sealed class PayloadTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Name, the id of the municipality's own account in it, and what it becomes.</summary>
    public static TheoryData<string, string, string> Expected { get; } =
        new()
        {
            { "conversation-01.json", "117020565693913441", "message mention direct Private; message mention direct Private" },
            { "gotosocial-conversation-01.json", "01F8MH5NBDF2MV7CTC4Q5128HF", "message mention public Public" },
            { "gotosocial-status-01.json", "01F8MH17FWEB39HZJ76B6VXSKF", "message mention unlisted Public" },
            { "gotosocial-status-02.json", "01F8MH1H7YV1Z7D2C8K2730QBF", "message mention public Public" },
            { "notification-list-01.json", "1", "ignored admin.sign_up; ignored admin.sign_up; ignored admin.sign_up" },
            { "notification-mention-01.json", "117020565966271181", "message mention public Public" },
            { "status-deleted-01.json", "1", "unreadable geen melding en geen bericht" },
            { "status-edited-01.json", "1", "edit gewijzigd" },
            { "status-quote-01.json", "1", "message mention unlisted Public" },
            { "status-reply-01.json", "117020565693913441", "echo public" },
            { "status-source-01.json", "1", "unreadable geen melding en geen bericht" },
            {
                "stream-user-01.sse",
                "117020617404561855",
                "ignored eigen bericht aan niemand in het bijzonder; haast; echo direct; haast; ignored eigen wijziging; deletion verwijderd"
            },
        };

    [Theory]
    [MemberData(nameof(Expected))]
    public async Task A_recorded_answer_becomes_what_it_is(string file, string own, string expected)
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        var became = file.EndsWith(".sse", StringComparison.Ordinal)
            ? await StreamedAsync(file, own)
            : Read(file, own).Items.Select(Describe);
        string.Join("; ", became).ShouldBe(expected);
    }

    [Fact]
    public void Every_recorded_answer_has_an_expectation()
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        Payloads.Of("mastodon").Except(Expected.Select(row => row.Data.Item1)).ShouldBeEmpty();
    }

    [Fact]
    public void A_mention_is_read_with_its_place()
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        var message = Message("notification-mention-01.json", "117020565966271181");
        (message.PlatformId, message.Text, message.ThreadId).ShouldBe(
            ("117020577157693549", "@mastodonpy_test hello!", "117020577157693549")
        );
        message.Author.Ids.ShouldBe(["mastodon:http://localhost:3000/@admin"]);
        Place.Read(message.ReplyTo).ShouldBe(new Place("117020577157693549", "public", "admin", null, "en"));
    }

    [Fact]
    public void A_quote_shows_what_it_quotes()
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        var text = Message("status-quote-01.json", "1").Text!;
        text.ShouldStartWith("yoooooooo\n\nHaalt een bericht van @mastodonpy_test");
        text.ShouldNotContain("RE:");
    }

    [Fact]
    public void A_post_of_gotosocial_keeps_its_ids_warning_links_and_picture()
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        var message = Message("gotosocial-status-01.json", "01F8MH17FWEB39HZJ76B6VXSKF");
        message.PlatformId.ShouldBe("01HE7XJ1CG84TBKH5V9XKBVGF5");
        message.Text!.ShouldStartWith("Waarschuwing vooraf: some unknown media included\n\nhi @admin here's some media for ya");
        message.Text!.ShouldContain(
            "(http://example.org/fileserver/01HE7Y659ZWZ02JM4AWYJZ176Q/attachment/original/01HE7ZGJYTSYMXF927GF9353KR.svg)"
        );
        message.Attachments!.ShouldHaveSingleItem().ContentType.ShouldBe("image/jpeg");
        Place.Read(message.ReplyTo)!.Acct.ShouldBe("Some_User@example.org");
    }

    private static async Task<IReadOnlyList<string>> StreamedAsync(string file, string own)
    {
        var became = new List<string>();
        await foreach (var told in ServerEvents.ReadAsync(new MemoryStream(Payloads.Read($"mastodon/{file}")), default))
        {
            var news = ReadEvent.From(new("amt", own, null, Now), told);
            became.AddRange(news.Item is { } item ? [Describe(item)] : []);
            became.AddRange(news.Hurry ? ["haast"] : []);
        }

        return became;
    }

    private static ReadPost Read(string file, string own)
    {
        using var document = JsonDocument.Parse(Payloads.Read($"mastodon/{file}"));
        return ReadList.Read(new("amt", own, null, Now), document.RootElement);
    }

    private static InboundMessage Message(string file, string own) => (InboundMessage)((ForRouting)Read(file, own).Items[0]).Content;

    private static string Describe(PostItem item) =>
        item is ForRouting { Content: InboundMessage message }
            ? $"{item.Kind} {item.Detail} {message.Visibility}"
            : $"{item.Kind} {item.Detail}";
}
