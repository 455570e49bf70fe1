using System.Net;
using System.Text;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.Chat.Tests.Writing;

/// <summary>What visitors write arrives once, as they wrote it, or is refused.</summary>
public sealed class WriteTests(TestHub hub)
{
    [Fact]
    public async Task A_message_is_on_the_bus_once_however_often_the_browser_says_it()
    {
        var visitor = await new Visitor(hub).BegunAsync();
        var heard = await visitor.SaidAsync("Is het gemeentehuis vandaag open?\nIk kom met de boot van 10 uur.");
        using var again = await visitor.SayAsync(visitor.LastId, "Iets anders onder hetzelfde nummer");
        again.StatusCode.ShouldBe(HttpStatusCode.OK);

        var message = heard.Content.ShouldBeOfType<InboundMessage>();
        (heard.Municipality, heard.Channel, heard.App, heard.Account).ShouldBe(
            (TestHub.Municipality, Channel.Chat, "site", TestHub.Account)
        );
        message.Text.ShouldBe("Is het gemeentehuis vandaag open?\nIk kom met de boot van 10 uur.");
        message.Visibility.ShouldBe(Visibility.Private);
        message.Author.Ids.Single().ShouldStartWith("chat:");
        var twice = await hub.HeardAsync(inbound => inbound.EventKey == heard.EventKey, 2);
        twice.ShouldAllBe(inbound => ((InboundMessage)inbound.Content).Text == message.Text);
        (await visitor.FollowAsync(1)).Single().GetProperty("text").GetString().ShouldBe(message.Text);
    }

    [Fact]
    public async Task Who_writes_at_the_same_time_in_two_tabs_gets_numbers_without_gaps()
    {
        var visitor = await new Visitor(hub).BegunAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => visitor.SayAsync(Guid.NewGuid(), $"Bericht {n}")));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        (await visitor.FollowAsync(12))
            .Select(item => item.GetProperty("number").GetInt64())
            .ShouldBe(Enumerable.Range(1, 12).Select(n => (long)n));
        (await visitor.FollowAsync(2, after: 10)).Select(item => item.GetProperty("number").GetInt64()).ShouldBe([11, 12]);
    }

    public static TheoryData<string, int> Refused =>
        new()
        {
            { "{\"id\":\"00000000-0000-0000-0000-000000000000\",\"text\":\"Hallo\"}", 422 },
            { $"{{\"id\":\"{Guid.NewGuid()}\"}}", 422 },
            { $"{{\"id\":\"{Guid.NewGuid()}\",\"text\":\"  \\u0000 \\u0007 \"}}", 422 },
            { $"{{\"id\":\"{Guid.NewGuid()}\",\"text\":\"{new string('a', 4001)}\"}}", 422 },
            { $"{{\"id\":\"{Guid.NewGuid()}\",\"text\":\"Hallo\",\"files\":[\"{Guid.NewGuid()}\"]}}", 422 },
            { $"{{\"id\":\"{Guid.NewGuid()}\",\"text\":\"\\ud83d\"}}", 400 },
            { $"{{\"id\":\"{Guid.NewGuid()}\",\"text\":{{}}}}", 400 },
            { $"{{\"id\":\"{Guid.NewGuid()}\",\"text\":{new string('[', 500)}}}", 400 },
            { "geen json", 400 },
            { "", 400 },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_is_no_message_is_refused_and_heard_by_nobody(string body, int status)
    {
        var visitor = await new Visitor(hub).BegunAsync();
        using var answer = await visitor.SendAsync(
            HttpMethod.Post,
            "/messages",
            new StringContent(body, Encoding.UTF8, "application/json")
        );

        ((int)answer.StatusCode).ShouldBe(status);
        answer.Headers.GetValues("Access-Control-Allow-Origin").Single().ShouldBe(TestHub.Website);
        await visitor.SaidAsync("Wel een bericht");
        hub.Ear.Inbound.Count(inbound => inbound.Content is InboundMessage message && message.Author.Ids[0] == visitor.PersonId)
            .ShouldBe(1);
    }

    [Fact]
    public async Task A_megabyte_is_not_even_read()
    {
        var visitor = await new Visitor(hub).BegunAsync();
        var body = $"{{\"id\":\"{Guid.NewGuid()}\",\"text\":\"{string.Concat(Enumerable.Repeat("😀", 250_000))}\"}}";
        using var answer = await visitor.SendAsync(
            HttpMethod.Post,
            "/messages",
            new StringContent(body, Encoding.UTF8, "application/json"),
            request => request.Headers.ExpectContinue = true
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Markup_and_odd_letters_arrive_as_the_text_they_are()
    {
        var visitor = await new Visitor(hub).BegunAsync();
        const string odd = "<script>alert(1)</script> \u202Eomgekeerd 👩‍👩‍👧 z̴̢̛a̸͝l̷g̶o ' or 1=1; --";
        var heard = await visitor.SaidAsync(odd + "\u0000");

        ((InboundMessage)heard.Content).Text.ShouldBe(odd);
        (await visitor.FollowAsync(1)).Single().GetProperty("text").GetString().ShouldBe(odd);
    }

    [Fact]
    public async Task A_rating_reaches_routing_and_nonsense_does_not()
    {
        var visitor = await new Visitor(hub).BegunAsync();
        using var early = await visitor.SendAsync(HttpMethod.Post, "/ratings", JsonContent.Create(new { id = Guid.NewGuid(), score = 8 }));
        early.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await visitor.SaidAsync("Dank u wel");
        using var wrong = await visitor.SendAsync(HttpMethod.Post, "/ratings", JsonContent.Create(new { id = Guid.NewGuid(), score = 11 }));
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var right = await visitor.SendAsync(
            HttpMethod.Post,
            "/ratings",
            JsonContent.Create(
                new
                {
                    id = Guid.NewGuid(),
                    score = 9,
                    comment = "Snel geholpen",
                }
            )
        );
        right.StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var heard = await hub.HeardAsync(inbound => inbound.Content is InboundRating rating && rating.Author.Ids[0] == visitor.PersonId);
        var rated = (InboundRating)heard.Single().Content;
        (rated.Score, rated.Comment).ShouldBe((9, "Snel geholpen"));
    }
}
