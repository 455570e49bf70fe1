using WebcareHub.Contracts.Api;

namespace WebcareHub.BrowserTests.Harness;

/// <summary>What has to have happened before there is something to count, past the screen.</summary>
public sealed partial class HubWithBrowser
{
    /// <summary>A resident asks, and a colleague of this municipality answers.</summary>
    /// <param name="number">Where the resident writes to.</param>
    /// <param name="phone">Of the resident.</param>
    public async Task AsksAndIsAnswered((string Municipality, string Subject) person, string number, string phone, string resident)
    {
        await Residents.Say(number, phone, "Wanneer gaat de milieustraat open?", resident);
        await IsAnswered(person, resident, "De milieustraat gaat om 9 uur open.");
    }

    /// <summary>A colleague of this municipality answers a resident who waits, so that no other test finds them waiting.</summary>
    public async Task IsAnswered((string Municipality, string Subject) person, string resident, string text)
    {
        var row = await Waits(person, resident);
        using var api = As(person.Subject, person.Municipality, "webcare");
        var reply = new NewReply(row.GetProperty("version").GetInt64(), text);
        using var answer = await api.PostAsJsonAsync($"api/v1/conversations/{row.GetProperty("id").GetGuid()}/replies", reply);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }
}
