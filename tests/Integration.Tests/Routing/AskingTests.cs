using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Bus;
using WebcareHub.Testing;
using static WebcareHub.Integration.Tests.Routing.RoutingHub;

namespace WebcareHub.Integration.Tests.Routing;

/// <summary>Residents on WhatsApp are asked what they thought of the help, by two processes that both look at the clock.</summary>
public sealed class AskingTests
{
    private const string Question = "Hoe tevreden bent u, van 1 tot 10?";
    private const int Many = 12;

    private static readonly string Satisfaction = $$"""
        satisfaction:
          afterDirect: 2h
          from: 0
          until: 24
          question: {{Question}}
          thanks: Dank u wel.
          sorry: Een collega kijkt nog een keer.
        """;

    [Fact]
    public async Task Each_is_asked_once_and_a_number_is_a_score_that_is_thanked_for_or_opens_it_again()
    {
        await using var hub = await StartAsync(processes: 2);
        await hub.PublishAsync("nl", 2, TestBlueprint.National().Append(new("tevredenheid.yaml", Satisfaction)).ToDictionary());
        var people = Enumerable.Range(0, Many).Select(_ => Some.Person()).ToArray();
        await hub.SendAsync([.. people.Select(person => Some.Message(person, "Waar kan ik parkeren?"))]);
        await hub.WaitForAsync("routing.conversations", Many);
        var jan = hub.Client();
        await HelpAsync(jan);
        await MoveAsync(hub, TimeSpan.FromHours(2.1));
        await Eventually.Async(() => Said(hub, Question) >= Many, "everybody is asked");

        await WriteAsync(hub, people[0], "7");
        await WriteAsync(hub, people[1], "een 3");
        await WriteAsync(hub, people[2], "Wanneer komt de container?");
        await Eventually.Async(() => Said(hub, "Dank u wel.") == 1, "thanks");
        await Eventually.Async(() => Said(hub, "Een collega kijkt nog een keer.") == 1, "another look");
        (await EventsAsync(hub, "satisfaction_rated")).ShouldBe(2);
        await Eventually.Async(() => CountAsync(hub, "waiting"), found => found == 2, "the low score and the new question wait");

        await SeesWhyAsync(jan);

        // Who was asked this month is not asked again, whatever they asked us.
        await HelpAsync(jan);
        (await hub.CountAsync("routing.conversations where scoring = 2")).ShouldBe(1, "the other question could be asked about");
        await MoveAsync(hub, TimeSpan.FromHours(6));
        (Said(hub, Question), await EventsAsync(hub, "satisfaction_asked")).ShouldBe((Many, Many));
    }

    private static async Task SeesWhyAsync(HttpClient jan)
    {
        var page = await GetAsync<ConversationPage>(jan, "/api/v1/conversations?queue=waiting");
        var unhappy = page.Items.Single(row => row.Preview == "een 3");
        unhappy.WhyHere.ShouldBe("De inwoner gaf een 3. Kijk wat er beter kan.");
        unhappy.DueAt.ShouldNotBeNull();
        var thread = (await GetAsync<ConversationDetail>(jan, $"/api/v1/conversations/{unhappy.Id}")).Thread;
        thread.ShouldContain(item => item.Text == "We vroegen de inwoner om een cijfer voor onze hulp.");
        thread.ShouldContain(item => item.Text == "De inwoner gaf een 3");
        var trace = await GetAsync<ConversationTrace>(jan, $"/api/v1/conversations/{unhappy.Id}/trace");
        var low = trace.Scores![^1];
        low.Sentence.ShouldBe("De inwoner gaf een 3. Een cijfer lager dan 6 opent het gesprek weer, in dezelfde werkvoorraad.");
        low.Layers.Select(layer => (layer.Code, layer.Release)).ShouldBe([("nl", 2)]);
        thread.ShouldContain(item =>
            item.Text == "Heropend: de inwoner gaf een 3. Bij een cijfer lager dan 6 kijkt een collega nog een keer."
        );
    }

    private static async Task HelpAsync(HttpClient jan)
    {
        foreach (var row in (await GetAsync<ConversationPage>(jan, "/api/v1/conversations?queue=waiting&limit=100")).Items)
            await ReadAsync<ReplyAccepted>(
                await PostAsync(
                    jan,
                    $"/api/v1/conversations/{row.Id}/replies",
                    new NewReply(row.Version, "Op het plein.", ResolveAfter: true)
                )
            );
    }

    private static async Task WriteAsync(RoutingHub hub, PlatformPerson person, string text) =>
        await hub.SendAsync(Some.Message(person, text, at: DateTimeOffset.UtcNow.AddHours(3)));

    private static int Said(RoutingHub hub, string words) =>
        hub.Channel.Received.OfType<ReplyToSend>().Count(reply => reply.Text!.StartsWith(words, StringComparison.Ordinal));

    private static async Task<int> CountAsync(RoutingHub hub, string queue) =>
        (await GetAsync<ConversationPage>(hub.Client(), $"/api/v1/conversations?queue={queue}")).Items.Count;

    private static Task<long> EventsAsync(RoutingHub hub, string type) =>
        hub.Database.ScalarAsync<long>("select count(*) from events.mt_events where type = $1", type);

    /// <summary>Moves the clock of both processes, and lets both look at it.</summary>
    private static async Task MoveAsync(RoutingHub hub, TimeSpan ahead)
    {
        await hub.MoveClockAsync(ahead);
        await hub.GoRoundAsync();
    }
}
