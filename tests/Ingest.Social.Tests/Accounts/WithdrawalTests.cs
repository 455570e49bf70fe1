using System.Net;
using System.Net.Http.Headers;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;
using WebcareHub.PlatformSimulator.X;

namespace WebcareHub.Ingest.Social.Tests.Accounts;

/// <summary>A municipality leaves a platform: nothing comes in, nothing goes out, what there is stays.</summary>
public sealed class WithdrawalTests(TestHub hub) : IClassFixture<TestHub>, IAsyncLifetime
{
    private const string Account = "3000000000000000088";
    private const string Resident = "3000000000000000001";
    private XSimulatorClient x = null!;

    public async ValueTask InitializeAsync()
    {
        x = new(hub.Simulator.Address);
        var webhook = new Uri(hub.Client.BaseAddress!, "channels/x/demo");
        await x.RegisterAsync(new(Account, "gemeente", "Gemeente", "token"), webhook);
        await hub.AddAccountAsync(Channel.X, Account, "token");
    }

    public ValueTask DisposeAsync()
    {
        x.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_withdrawn_account_neither_receives_nor_sends_and_keeps_what_it_had()
    {
        var before = await HearAsync();
        before.Municipality.ShouldBe(TestHub.Municipality);
        var file = await StoreFileAsync();

        (await WithdrawAsync("GM0072")).ShouldBe(HttpStatusCode.NotFound);
        (await WithdrawAsync(TestHub.Municipality)).ShouldBe(HttpStatusCode.NoContent);

        var after = await HearAsync();
        after.Municipality.ShouldBeNull();
        after.Delivery!.Items.ShouldHaveSingleItem().Kind.ShouldBe("unknown-account");

        await Testing.Eventually.Async(() => WaitingForNobodyAsync(after), kept => kept == 1, "it is kept, and waits for nobody");

        var reply = TestHub.Reply(Channel.X, Account, [$"x:{Resident}"], "Hallo.") with { ReplyTo = "1", Visibility = Visibility.Public };
        await hub.SendAsync(reply);
        (await hub.HeardAsync(reply, DeliveryState.Failed)).Reason!.ShouldContain("gestopt met dit account op X");
        (await x.ReceivedAsync(Account)).ShouldBeEmpty();

        (await hub.AccountAsync(Channel.X, Account)).Health!.Withdrawn.ShouldNotBeNull();
        (
            await hub.Database.ScalarAsync<long>("select count(*) from channels.accounts where id = $1 and access_token is null", Account)
        ).ShouldBe(1, "its token is forgotten");
        using var shown = await hub.Client.SendAsync(hub.Request(HttpMethod.Get, file));
        shown.StatusCode.ShouldBe(HttpStatusCode.OK);

        await hub.AddAccountAsync(Channel.X, Account, "token");
        (await HearAsync()).Municipality.ShouldBe(TestHub.Municipality, "registered again, it is in use again");
    }

    [Fact]
    public async Task What_came_a_moment_before_its_account_was_registered_is_taken_in_once_it_is()
    {
        const string late = "3000000000000000099";
        await x.RegisterAsync(new(late, "later", "Later", "token"), new Uri(hub.Client.BaseAddress!, "channels/x/demo"));
        var written = await x.WriteAsync(new(late, Resident, "@later hallo"));
        (await hub.HeardAsync(Guid.Parse(written.DeliveryIds[0]!)))[0].Municipality.ShouldBeNull();

        await hub.AddAccountAsync(Channel.X, late, "token");

        var taken = await hub.HeardAsync(
            inbound => inbound.Account == late && inbound.Municipality == TestHub.Municipality,
            "it is taken in"
        );
        ((InboundMessage)taken.Content).PlatformId.ShouldBe(written.Id);
        await Testing.Eventually.Async(
            () => hub.Database.ScalarAsync<long>("select count(*) from channels.bodies where accounts <> '{}'"),
            waiting => waiting == 0,
            "nothing waits any more"
        );
    }

    private Task<long> WaitingForNobodyAsync(Inbound heard) =>
        hub.Database.ScalarAsync<long>("select count(*) from channels.bodies where body_id = $1 and accounts = '{}'", heard.DeliveryId);

    private async Task<Inbound> HearAsync()
    {
        var written = await x.WriteAsync(new(Account, Resident, "@gemeente hallo"));
        written.Answers.ShouldBe([200]);
        return (await hub.HeardAsync(Guid.Parse(written.DeliveryIds[0]!)))[0];
    }

    private async Task<HttpStatusCode> WithdrawAsync(string municipality)
    {
        using var request = hub.Request(HttpMethod.Post, "/api/v1/accounts/withdrawals", municipality, "admin");
        request.Content = JsonContent.Create(new AccountWithdrawal(Channel.X, "demo", Account, TestHub.Municipality));
        using var answer = await hub.Client.SendAsync(request);
        return answer.StatusCode;
    }

    private async Task<string> StoreFileAsync()
    {
        var resident = Guid.CreateVersion7();
        await hub.Get<Vault>().SealForAsync(TestHub.Municipality, resident, "hallo"u8.ToArray(), default);
        using var request = hub.Request(HttpMethod.Post, $"/api/v1/files?residentId={resident}");
        request.Content = new ByteArrayContent([0xFF, 0xD8, 0xFF, 0xE0])
        {
            Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") },
        };
        using var stored = await hub.Client.SendAsync(request);
        stored.StatusCode.ShouldBe(HttpStatusCode.Created);
        return stored.Headers.Location!.ToString();
    }
}
