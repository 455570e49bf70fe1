using WebcareHub.SystemTests.Harness;

namespace WebcareHub.SystemTests;

public sealed class LogTests
{
    private const int Residents = 60;

    [Fact]
    public async Task No_log_of_any_service_holds_a_text_a_name_a_number_or_a_token()
    {
        await using var hub = await HubUnderTest.StartAsync();
        using var closing = new CancellationTokenSource();
        var working = new Team(hub, 1).WorkAsync(closing.Token);
        // Failures make the most talkative logs.
        await hub.Residents.Fail(new Failure(FailureKind.ServerError, 3));
        await hub.Residents.Fail(new Failure(FailureKind.Error, 3, 131009));
        await hub.Residents.Fail(new Failure(FailureKind.FailedStatus, 3));
        await hub.Residents.Write(new WriteMessages(Crowd.Of(Residents)));
        await hub.Residents.PostRaw("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"zwaluwstaart\":"u8.ToArray());
        await Eventually.Async(hub.StoredMessages, stored => stored >= Residents, "every message is stored", 60);
        await Eventually.Async(() => hub.Residents.Counts(), counts => counts.MessagesReceived >= Residents - 10, "answers go out", 90);
        await closing.CancelAsync();
        await working;

        string[] secrets =
        [
            "zwaluwstaart",
            "Zonnebloem",
            "31690",
            "Antwoord op",
            "demo-token",
            "demo-secret",
            hub.Token("GM0088", "agent-1", "webcare")[..40],
        ];
        hub.Logs.Count().ShouldBeGreaterThan(0);
        hub.Logs.Where(line => secrets.Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();
    }
}
