using WebcareHub.Channels.Accounts;
using WebcareHub.Contracts;
using WebcareHub.Ingest.Social.X.Sending;
using WebcareHub.Testing;

namespace WebcareHub.Ingest.Social.Tests.X;

public sealed partial class DeliveryTests
{
    [Fact]
    public async Task A_token_that_ended_is_renewed_once_and_kept()
    {
        var message = await WriteAsync(new(account, resident, "@gemeente hallo"));
        await x.ExpireTokenAsync(account);
        var replies = Enumerable.Range(0, 4).Select(i => Answer(message, $"Antwoord {i}")).ToArray();
        await Task.WhenAll(replies.Select(hub.SendAsync));
        foreach (var reply in replies)
        {
            await hub.HeardAsync(reply, DeliveryState.Sent);
        }

        var kept = hub.Get<AccountBook>().Find(Channel.X, "demo", account)!.AccessToken!;
        Token.Read(kept).Access.ShouldBe($"{account}-token-1");
    }

    [Fact]
    public async Task A_token_that_cannot_be_renewed_is_told_and_shows_with_the_account()
    {
        await hub.AddAccountAsync(Channel.X, account, "worth-nothing");
        var message = await WriteAsync(new(account, resident, "@gemeente hallo"));
        var reply = Answer(message, "Hallo.");
        await hub.SendAsync(reply);
        (await hub.HeardAsync(reply, DeliveryState.Failed)).Retryable.ShouldBeTrue();
        await Eventually.Async(
            async () => (await hub.AccountAsync(Channel.X, account)).Health?.Failure,
            failure => failure?.Contains("koppeling met X is verlopen", StringComparison.Ordinal) == true,
            "the account's health"
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Revoked_access_shows_with_the_account(bool old)
    {
        (await x.WriteAsync(new(account, resident, Kind: "revoke", Old: old))).Answers.ShouldBe([200]);
        await Eventually.Async(
            async () => (await hub.AccountAsync(Channel.X, account)).Health?.Failure,
            failure => failure?.Contains("ingetrokken", StringComparison.Ordinal) == true,
            "the account's health"
        );
    }
}
