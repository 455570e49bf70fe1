using System.Net;
using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Tests.Figures;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Monitoring.Tests.Learning;

/// <summary>Topics and digests through the API, against the plain computation over the raw events.</summary>
public sealed class TopicsTests(SeededHost seeded) : IClassFixture<SeededHost>
{
    private const string April = "from=2026-04-01&until=2026-04-30";

    private MonitoringHost Host => seeded.Host;

    [Fact]
    public async Task The_ranking_agrees_with_the_reference()
    {
        var reference = new Reference(seeded.Seeded, MonitoringHost.Now);
        foreach (var municipality in Seeded.Municipalities.Take(10))
        {
            var ranking = await Host.ReadAsync<TopicRanking>(Host.As("ana", municipality, "analyst"), $"/figures/topics?{April}");
            ranking
                .Topics.Select(topic => (topic.Topic, topic.Questions, topic.FirstResponse, topic.Unanswered, topic.Satisfaction))
                .ShouldBe(reference.Topics(municipality), municipality);
            ranking.Topics[^1].Cumulative.ShouldBe(100);
            (ranking.Questions, ranking.Rest).ShouldBe((ranking.Topics.Sum(topic => topic.Questions), 0));
        }
    }

    [Theory]
    [InlineData("oost", 2, "GM1001")]
    [InlineData("GM1005", 1, "GM1005")]
    public async Task Before_and_after_a_release_agree_with_the_reference(string layer, int release, string home)
    {
        var at = new DateTimeOffset(2026, 4, 6, 9, 0, 0, TimeSpan.Zero);
        var top =
            layer == "oost"
                ? "layer: { title: Regio Oost, kind: region, members: [" + string.Join(", ", Seeded.Municipalities) + "] }\n"
                : "";
        await Host.PublishAsync(layer, release, new() { ["antwoorden.yaml"] = top + Answer }, at);
        await Host.Get<Offices>().NameAsync("oost", new("GM1001", "cor", "Cor", Office.Coordinator), "operator", CancellationToken.None);
        var path = $"/figures/effect?layer={layer}&release={release}";
        var effect = await Host.ReadAsync<ReleaseEffect>(layer == "oost" ? Host.As("cor", home) : Host.As("ed", home, "editor"), path);

        effect.Topics.Select(topic => topic.Id).ShouldBe(["afval"]);
        effect.Weeks.ShouldBe(4);
        Same(effect, story => layer == "oost" || story.Municipality == layer);
        effect.Telling.ShouldBe(layer == "oost");
        effect.Sentence.ShouldContain(layer == "oost" ? "Er kunnen ook andere oorzaken zijn." : "te weinig om iets te zeggen");
        using var foreign = await Host.SendAsync(HttpMethod.Get, Host.As("ed", "GM0088", "editor"), path);
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var colleague = await Host.SendAsync(HttpMethod.Get, Host.As("wim", home, "webcare"), path);
        colleague.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        // Who does not coordinate the region sees of a regional release what it did at home.
        var own = await Host.ReadAsync<ReleaseEffect>(Host.As("ed", home, "editor"), path);
        own.AllBefore!.Value.ShouldBeLessThan(layer == "oost" ? effect.AllBefore!.Value : int.MaxValue);
        own.Sentence.ShouldContain("Gemeten in gemeente ");
    }

    // Four whole weeks on each side of the week of the release, each as it was known at its end. Summer time begins in between.
    private void Same(ReleaseEffect effect, Func<Seeded.Story, bool> here)
    {
        var before = (
            From: new DateTimeOffset(2026, 3, 8, 23, 0, 0, TimeSpan.Zero),
            Until: new DateTimeOffset(2026, 4, 5, 22, 0, 0, TimeSpan.Zero)
        );
        var after = (From: before.Until.AddDays(7), Until: before.Until.AddDays(35));
        var (then, later) = (new Reference(seeded.Seeded, before.Until), new Reference(seeded.Seeded, after.Until));
        bool About(Seeded.Story story) => here(story) && story.Topic == "afval";
        foreach (var figure in effect.Figures)
        {
            var was = then.Between(figure.Id, figure.Unit, before, About);
            var now = later.Between(figure.Id, figure.Unit, after, About);
            (figure.Before, figure.QuestionsBefore).ShouldBe((was.Value, was.Questions), figure.Id);
            (figure.After, figure.QuestionsAfter).ShouldBe((now.Value, now.Questions), figure.Id);
            figure.TooFew.ShouldBe(was.Questions < 30 || now.Questions < 30, figure.Id);
        }

        effect.Figures.Count.ShouldBeGreaterThan(5);
        effect.AllBefore.ShouldBe(then.Between("questions", "count", before, here).Questions);
    }

    private const string Answer = """
        defaults: { owner: Team, reviewOn: 2027-06-01 }
        answers:
          - { id: afval-gemist, title: Afval niet opgehaald, theme: webcare, text: Wij halen het morgen op., topics: [afval] }
        """;

    [Fact]
    public async Task A_digest_tells_numbers_and_no_word_of_a_resident()
    {
        var token = Host.As("ana", "GM1002", "analyst");
        var digest = await Host.ReadAsync<TopicDigest>(token, $"/figures/topics/digest?topic=afval&{April}");
        var stories = seeded.Seeded.Stories.Where(story => story is { Municipality: "GM1002", Topic: "afval" }).ToList();
        var april = stories.Count(story => Reference.In(story, 2026, 4));
        digest.Parts[0].Lines[0].ShouldBe($"Er kwamen {april} vragen binnen.");
        digest.Parts.Select(part => part.Title).ShouldContain("Hoe het afliep");

        using var answer = await Host.SendAsync(HttpMethod.Get, token, $"/figures/topics/digest/text?topic=afval&{April}");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        var text = await answer.Content.ReadAsStringAsync();
        text.ShouldStartWith("Afval, gemeente ");
        text.ShouldContain($"- Er kwamen {april} vragen binnen.\n");
        text.ShouldNotContain("Anna");

        var theme = await Host.ReadAsync<TopicDigest>(token, $"/figures/topics/digest?theme=webcare&{April}");
        theme.Parts.Single(part => part.Title == "Waarover").Lines.Count.ShouldBe(3);
        foreach (var unknown in new[] { "topic=onzin", "theme=onzin", "scope=GM1003&topic=afval", "" })
        {
            using var none = await Host.SendAsync(HttpMethod.Get, token, $"/figures/topics/digest?{April}&{unknown}");
            none.StatusCode.ShouldBe(HttpStatusCode.NotFound, unknown);
        }
    }
}
