using WebcareHub.Channels.Accounts;
using WebcareHub.Contracts.Api;

namespace WebcareHub.Ingest.Social.Tests.Accounts;

public sealed class HealthInWordsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly AccountHealth New = new(null, null, null, null, null, null);

    [Fact]
    public void An_account_that_works_says_when() =>
        Words(New with { LastReceivedAt = Now.AddMinutes(-5), LastSentAt = Now.AddDays(-3) })
            .ShouldBe("well; last received 5 min ago; last sent 2026-11-19 12:00");

    [Fact]
    public void A_new_account_has_done_nothing_yet() => Words(New).ShouldBe("well; last received never; last sent never");

    [Fact]
    public void Trouble_comes_first_with_its_sentence() =>
        Words(New with { Failure = "De koppeling is verlopen.", FailedAt = Now.AddHours(-2) })
            .ShouldStartWith("in trouble since 2026-11-22 10:00: De koppeling is verlopen.; last received");

    [Theory]
    [InlineData(-1, "token ended 2026-11-22 11:00")]
    [InlineData(1, "token until 2026-11-22 13:00")]
    public void A_token_that_ends_is_told(int hours, string words) =>
        Words(New with { TokenUntil = Now.AddHours(hours) }).ShouldEndWith(words);

    [Fact]
    public void A_withdrawn_account_says_nothing_else() =>
        Words(New with { Withdrawn = Now.AddDays(-1), Failure = "x" })
            .ShouldBe("withdrawn since 2026-11-21 12:00; its conversations stay readable");

    private static string Words(AccountHealth health) => HealthInWords.Of(health, Now);
}
