using System.Net;
using System.Text.Json;
using WebcareHub.Channels.Accounts;
using WebcareHub.Ingest.Social.Mastodon.Calling;
using WebcareHub.Ingest.Social.Mastodon.Reading;

namespace WebcareHub.Ingest.Social.Tests.Mastodon;

public sealed class CallingTests
{
    private readonly Clock clock = new();

    [Theory]
    [InlineData("social.gemeente.nl", "social.gemeente.nl", true)]
    [InlineData("mastodon.social", "streaming.mastodon.social", true)]
    [InlineData("social.gemeente.nl", "streaming.gemeente.nl", true)]
    [InlineData("social.gemeente.nl", "gemeente.nl", true)]
    [InlineData("social.gemeente.nl", "kwaad.nl", false)]
    [InlineData("social.gemeente.nl", "kwaadgemeente.nl", false)]
    [InlineData("gemeente.co.uk", "kwaad.co.uk", false)]
    [InlineData("mastodon.social", "kwaad.social", false)]
    [InlineData("10.0.0.1", "11.0.0.1", false)]
    public void A_token_goes_to_its_own_server_only(string server, string other, bool mayGo) =>
        Hosts.AreKin(new Uri($"https://{server}"), new Uri($"https://{other}")).ShouldBe(mayGo);

    [Fact]
    public void The_link_tells_where_to_go_on()
    {
        var answer = new Answer(
            HttpStatusCode.OK,
            [],
            "<https://a.nl/api/v1/notifications?max_id=2&types%5B%5D=mention>; rel=\"next\", <https://a.nl/api/v1/notifications?types%5B%5D=mention&min_id=01J9>; rel=\"prev\""
        );
        answer.InLink("prev", "min_id").ShouldBe("01J9");
        answer.InLink("next", "min_id").ShouldBeNull();
        new Answer(HttpStatusCode.OK, [], "<<>;;,x").InLink("prev", "min_id").ShouldBeNull();
    }

    [Fact]
    public void A_server_tells_its_own_limits_and_what_it_does_not_tell_is_usual()
    {
        Facts("""{"configuration":{"urls":{"streaming":"wss://stream.a.nl"},"statuses":{"max_characters":5000}}}""")
            .ShouldBe(ServerFacts.Usual with { Characters = 5000, Streaming = new Uri("https://stream.a.nl") });
        Facts("""{"configuration":{"statuses":{"max_characters":-1}},"thumbnail":{"url":"file:///x"}}""").ShouldBe(ServerFacts.Usual);
        Facts("7").ShouldBe(ServerFacts.Usual);
    }

    [Fact]
    public void Neighbours_at_one_server_stay_within_what_it_allows_one_caller()
    {
        var pace = NewPace();
        var accounts = Enumerable.Range(0, 300).Select(i => Account($"a{i}")).ToArray();
        var perPeriod = new int[6];
        for (var second = 0; second < perPeriod.Length * 300; second++)
        {
            foreach (var account in accounts.Where(account => pace.ToAsk(account) == TimeSpan.Zero))
            {
                pace.Count(account);
                perPeriod[second / 300]++;
            }

            clock.Now += TimeSpan.FromSeconds(1);
        }

        perPeriod.ShouldAllBe(calls => calls <= 300);
        perPeriod.ShouldAllBe(calls => calls > 200);
    }

    [Fact]
    public void Who_has_a_message_goes_before_who_only_closes_a_gap_and_those_wait_each_for_a_turn()
    {
        var pace = NewPace();
        var accounts = Enumerable.Range(0, 300).Select(i => Account($"a{i}")).ToArray();
        var waits = accounts.Select(pace.ToAsk).ToArray();
        var waiting = waits.SkipWhile(wait => wait == TimeSpan.Zero).ToArray();
        waiting.Length.ShouldBe(270);
        waiting.ShouldBe(waiting.Distinct().Order());
        accounts[^1..].Select(pace.ToAsk).ShouldBe(waits[^1..], "asked again, the turn is the same");

        pace.HasNews(accounts[^1]);
        pace.ToAsk(accounts[^1]).ShouldBe(TimeSpan.Zero);
        pace.ToAsk(accounts[^1]).ShouldBeGreaterThan(TimeSpan.Zero, "its message was asked for");

        clock.Now += waiting[1];
        pace.ToAsk(accounts[30]).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void What_the_server_says_of_the_limit_is_believed()
    {
        var pace = NewPace();
        var (one, other) = (Account("een"), Account("twee"));
        pace.Hear(one, Response(200, 0, "2026-11-22T12:02:00.500000Z"), false);
        pace.ToAsk(one).ShouldBe(TimeSpan.FromSeconds(120.5));
        pace.ToAnswer(one).ShouldBe(TimeSpan.FromSeconds(120.5));
        pace.ToAsk(other).ShouldBe(TimeSpan.Zero);
        clock.Now += TimeSpan.FromSeconds(121);
        pace.ToAsk(one).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void A_few_calls_left_are_spread_and_kept_for_answers()
    {
        var pace = NewPace();
        var account = Account("een");
        pace.Hear(account, Response(200, 50, "2026-11-22T12:05:00Z"), false);
        pace.ToAsk(account).ShouldBe(TimeSpan.FromSeconds(12));
        pace.ToAnswer(account).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void A_refusal_of_an_account_that_had_calls_left_is_one_of_the_caller()
    {
        var pace = NewPace();
        var (one, other) = (Account("een"), Account("twee"));
        pace.Hear(one, Response(429, 250, "2026-11-22T12:01:00Z"), false);
        pace.ToAsk(other).ShouldBe(TimeSpan.FromMinutes(1));
        pace.ToAnswer(other).ShouldBe(TimeSpan.FromMinutes(1));
        pace.ToAsk(Account("drie", "https://b.nl")).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void The_limit_on_files_says_nothing_about_the_others()
    {
        var pace = NewPace();
        var account = Account("een");
        pace.Hear(account, Response(200, 0, "2026-11-22T12:05:00Z"), hasOwnLimit: true);
        pace.ToAsk(account).ShouldBe(TimeSpan.Zero);
    }

    [Theory]
    [InlineData("2099-01-01T00:00:00Z", 1800)]
    [InlineData("2001-01-01T00:00:00Z", 1)]
    [InlineData("onzin", 30)]
    public void A_date_that_cannot_be_is_not_waited_for(string reset, double seconds)
    {
        var pace = NewPace();
        var account = Account("een");
        pace.Hear(account, Response(429, 0, reset), false);
        pace.ToAsk(account).ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public void Many_accounts_of_one_server_have_a_slower_rhythm()
    {
        var pace = NewPace();
        pace.Rhythm(1, TimeSpan.FromSeconds(30)).ShouldBe(TimeSpan.FromSeconds(30));
        pace.Rhythm(300, TimeSpan.FromSeconds(30)).ShouldBe(TimeSpan.FromSeconds(562.5));
    }

    [Fact]
    public void A_cursor_comes_back_as_it_was_and_remembers_a_few()
    {
        var cursor = new Cursor("12").With(Enumerable.Range(0, 50).Select(i => new Cursor.Seen($"{i}")));
        var again = Cursor.Read(cursor.Write());
        (again.Notification, again.Recent!.Count, again.Recent[^1].Id).ShouldBe(("12", 20, "49"));
        Cursor.Read("geen json").ShouldBe(new Cursor());
        new Cursor().Write().ShouldBeNull();
    }

    private Pace NewPace() => new(new ConfigurationBuilder().Build(), clock);

    private static ServerFacts Facts(string json)
    {
        using var document = JsonDocument.Parse(json);
        return ServerFacts.Read(document.RootElement);
    }

    private static Account Account(string id, string server = "https://a.nl") =>
        new("mastodon", "demo", id, TestHub.Municipality, null, "token", new Uri(server));

    private static HttpResponseMessage Response(int status, int left, string reset)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status);
        response.Headers.Add("X-RateLimit-Limit", "300");
        response.Headers.Add("X-RateLimit-Remaining", $"{left}");
        response.Headers.Add("X-RateLimit-Reset", reset);
        return response;
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
