using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;
using WebcareHub.Monitoring.Questions;
using WebcareHub.Rulebooks;
using WebcareHub.Testing;

namespace WebcareHub.Monitoring.Tests.Figures;

/// <summary>The service with the seeded weeks in its log, counted.</summary>
public sealed class SeededHost : IAsyncLifetime
{
    private string _register = "";

    internal MonitoringHost Host { get; } = new();

    internal Seeded Seeded { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Host.InitializeAsync();
        var register = string.Join('\n', Seeded.Municipalities.Select(code => $"{code},Plaats {code},Drenthe,Drenthe,,,{code},,"));
        _register = register;
        await Host.PublishAsync("nl", 2, National(register, Before), Seeded.First.AddDays(-30));
        await Host.PublishAsync("nl", 3, National(register, After), Reference.NewHours);
        var members = string.Join(", ", Seeded.Municipalities);
        var layer =
            $"layer: {{ title: Regio Oost, kind: region, members: [{members}] }}\ndefaults: {{ owner: Team, reviewOn: 2027-06-01 }}\n";
        await Host.PublishAsync("oost", 1, new() { ["layer.yaml"] = layer }, Seeded.First.AddDays(-30));
        foreach (var municipality in Seeded.Municipalities)
        {
            await AppendAsync(municipality);
        }

        await SettledAsync();
    }

    /// <summary>Other opening hours from today on.</summary>
    internal async Task OpenDayAndNightAsync()
    {
        var week = """{ weekdays: ["00:00-24:00"], weekend: ["00:00-24:00"] }""";
        await Host.PublishAsync("nl", 4, National(_register, week), MonitoringHost.Now);
        await using var session = await Host.Get<EventStore.EventStore>().OpenAsync(["nl"], null, CancellationToken.None);
        await Host.Get<Rulebook>().AtAsync(session, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    internal Task SettledAsync() => Host.Get<Feed>().CaughtUpAsync(QuestionsSubscriber.Checkpoint, CancellationToken.None);

    private async Task AppendAsync(string municipality)
    {
        var store = Host.Get<EventStore.EventStore>();
        await using var linking = await store.OpenAsync([municipality], null, CancellationToken.None);
        foreach (var (_, one, other) in Seeded.Linked.Where(pair => pair.Municipality == municipality))
        {
            var linked = new ResidentsLinked(one, other, "zelfde nummer", new("jan", "Jan"), Seeded.First);
            object[] told = Seeded.Parted.Contains(one)
                ? [linked, new ResidentsUnlinked(one, other, new("jan", "Jan"), Seeded.PartedAt)]
                : [linked];
            linking.Append(new(municipality, $"resident-{one}"), 0, told, one);
        }

        await linking.CommitAsync(CancellationToken.None);
        var stories = Seeded.Stories.Where(story => story.Municipality == municipality).ToList();
        await using var telling = await store.OpenAsync([municipality], null, CancellationToken.None);
        foreach (var story in stories)
        {
            telling.Append(new(municipality, $"conversation-{story.Id}"), 0, story.Told, story.Resident);
        }

        await telling.CommitAsync(CancellationToken.None);
        // As Routing does: who is forgotten has all their questions in the log by then.
        await using var forgetting = await store.OpenAsync([municipality], null, CancellationToken.None);
        foreach (var story in stories.Where(story => story.Forgotten.Count > 0))
        {
            forgetting.Append(new(municipality, $"conversation-{story.Id}"), story.Told.Count, story.Forgotten, story.Resident);
        }

        await forgetting.CommitAsync(CancellationToken.None);
    }

    private const string Before = """{ weekdays: ["09:00-17:00"] }""";
    private const string After = """{ weekdays: ["08:00-20:00"], saturday: ["10:00-14:00"] }""";

    internal static Dictionary<string, string> National(string register, string week) =>
        new()
        {
            ["layer.yaml"] = $$"""
                layer: { title: Landelijke blauwdruk, kind: national }
                defaults: { owner: Team, reviewOn: 2027-06-01 }
                topics:
                  - { id: afval, title: Afval, theme: webcare, words: [afval], intent: report }
                  - { id: paspoort, title: Paspoort, theme: webcare, words: [paspoort], intent: question }
                  - { id: wegwerk, title: Wegwerk, theme: webcare, words: [wegwerk], intent: question }
                """,
            ["uren.yaml"] = $$"""
                defaults: { owner: Team, reviewOn: 2027-06-01 }
                hours:
                  - id: webcare
                    title: Webcare
                    theme: webcare
                    week: {{week}}
                """,
            ["cijfers.yaml"] = File.ReadAllText(Path.Combine(ProjectFolders.Root, "blueprint", "national", "cijfers.yaml")),
            ["register/municipalities.csv"] =
                $"code,name,province,safety_region,valid_from,valid_to,official_name,successor,note\n{register}\n",
        };
}
