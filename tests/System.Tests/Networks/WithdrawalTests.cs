using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.PlatformSimulator.X;
using WebcareHub.SystemTests.Harness;

namespace WebcareHub.SystemTests.Networks;

/// <summary>A municipality leaves a platform, halfway a conversation.</summary>
[Collection(typeof(OneHub))]
public sealed class WithdrawalTests(RunningHub running) : IAsyncLifetime
{
    private const string Municipality = "GM0193";

    private readonly HubUnderTest hub = running.Hub;
    private readonly string account = $"17{Random.Shared.NextInt64(10_000_000_000_000, 99_999_999_999_999)}";
    private readonly string resident = $"16{Random.Shared.NextInt64(10_000_000_000_000, 99_999_999_999_999)}";
    private XSimulatorClient x = null!;
    private Desk desk = null!;

    public async ValueTask InitializeAsync()
    {
        await hub.StartSocialAsync();
        (x, desk) = (new(hub.Platform.Address), hub.Desk(Municipality, "agent-x"));
        await x.RegisterAsync(
            new(account, "zwolle", "Gemeente Zwolle", $"token-{account}"),
            new Uri(hub.Social.Address, "channels/x/demo")
        );
        await hub.AddAccountAsync(hub.Social, new(Channel.X, "demo", account, Municipality, "@zwolle", $"token-{account}"));
    }

    public ValueTask DisposeAsync()
    {
        x.Dispose();
        desk.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_public_question_goes_on_in_private_until_the_account_is_withdrawn_and_stays_readable()
    {
        var question = $"@zwolle {account} wanneer wordt het oud papier opgehaald?";
        var post = (await x.WriteAsync(new(account, resident, question))).Id;
        var id = await WaitingAsync();
        await AnswerAsync(id, "Dinsdag.", DeliveryState.Sent);
        await AnswerAsync(id, "Wat is uw adres?", DeliveryState.Sent, privately: true);
        var sent = await x.ReceivedAsync(account);
        sent.Select(one => (one.Kind, one.Under, one.To)).ShouldBe([("post", post, resident), ("direct", null, resident)]);

        await WithdrawAsync();

        (await ComesInAsAsync()).ShouldContain("unknown-account");
        (await AnswerAsync(id, "Tot ziens.", DeliveryState.Failed))!.ShouldContain("gestopt met dit account op X");
        (await x.ReceivedAsync(account)).Count.ShouldBe(2);
        (await desk.Open(id)).Thread.ShouldContain(item => item.Text == question);
    }

    private async Task WithdrawAsync()
    {
        using var admin = HubUnderTest.Api(hub.Social.Address, hub.Token(Municipality, "admin", "admin"));
        var withdrawal = new AccountWithdrawal(Channel.X, "demo", account, Municipality);
        (await admin.PostAsJsonAsync("api/v1/accounts/withdrawals", withdrawal)).EnsureSuccessStatusCode();
        var accounts = (await admin.GetFromJsonAsync<ChannelAccounts>("api/v1/accounts"))!.Items;
        accounts.Single(one => one.Id == account).Health!.Withdrawn.ShouldNotBeNull();
    }

    private async Task<Guid> WaitingAsync()
    {
        var row = await Eventually.Async(
            async () => (await desk.List("waiting")).Items.FirstOrDefault(row => row.Preview?.Contains(account) == true),
            found => found is not null,
            "the question waits at the desk",
            30
        );
        return row!.Id;
    }

    /// <summary>What is told about the answer once it is in this state.</summary>
    private async Task<string?> AnswerAsync(Guid id, string text, DeliveryState state, bool privately = false)
    {
        var opened = await desk.Open(id);
        await desk.Reply(id, opened.Row.Version, text, privately);
        var item = await Eventually.Async(
            async () => (await desk.Open(id)).Thread.Last(item => item is { Kind: ThreadItemKind.Reply, Automatic: false }),
            item => item.Text!.StartsWith(text, StringComparison.Ordinal) && item.State == state,
            $"an answer that is {state}"
        );
        return item.StateText;
    }

    /// <summary>Something new of the resident, and what it became.</summary>
    private async Task<string> ComesInAsAsync()
    {
        var written = await x.WriteAsync(new(account, resident, "Bent u er nog?", Kind: "direct"));
        var query = $"select items::text from routing.deliveries where id = '{written.DeliveryIds[0]}'";
        return (await Eventually.Async(() => hub.ColumnAsync<string>(query), found => found.Count == 1, "the delivery is recorded"))[0];
    }
}
