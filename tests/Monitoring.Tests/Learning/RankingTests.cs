using WebcareHub.Monitoring.Figures;
using WebcareHub.Monitoring.Learning;
using WebcareHub.Monitoring.Questions;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Monitoring.Tests.Learning;

/// <summary>Beyond the own municipality nothing told, nor any difference with the whole, is about fewer than five.</summary>
public sealed class RankingTests
{
    private static readonly DateTimeOffset Day = new(2026, 4, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly EffectiveBlueprint Blueprint = WebcareHub
        .RulesOfEngagement.Blueprint.Read([
            new("nl", new Dictionary<string, string> { ["layer.yaml"] = "layer: { title: Landelijk, kind: national }\n" }),
        ])
        .For("nl");

    [Fact]
    public void What_is_left_out_is_never_fewer_than_five_either()
    {
        var random = new Random(93);
        for (var round = 0; round < 300; round++)
        {
            var counts = Enumerable.Range(0, random.Next(1, 8)).Select(_ => random.Next(1, 14)).ToArray();
            var all = Questions([.. counts.Select((count, at) => (at == 0 && round % 2 == 0 ? null : $"onderwerp-{at}", count))]);

            var told = Ranking.Of(all, Blueprint, hidesFew: true);

            told.Topics.ShouldAllBe(topic => topic.Questions >= 5);
            (told.Unrecognised is null or 0 or >= 5).ShouldBeTrue();
            var missing = all.Count - told.Topics.Sum(topic => topic.Questions) - (told.Unrecognised ?? 0);
            missing.ShouldBe(told.Rest);
            (missing is 0 or >= 5 || all.Count < 5).ShouldBeTrue($"{missing} of {all.Count}: {string.Join(' ', counts)}");
        }
    }

    [Fact]
    public void The_own_municipality_sees_all_of_its_tail_and_where_most_of_it_ends()
    {
        var ranking = Ranking.Of(Questions([("b", 1), ("a", 7), (null, 3), ("c", 2)]), Blueprint, hidesFew: false);

        ranking
            .Topics.Select(topic => (topic.Place, topic.Topic, topic.Questions, topic.Share, topic.Cumulative))
            .ShouldBe([(1, "a", 7, 70, 70), (2, "c", 2, 20, 90), (3, "b", 1, 10, 100)]);
        (ranking.Head, ranking.Rest, ranking.Unrecognised).ShouldBe((2, 0, 3));
    }

    private static IReadOnlyList<Counted> Questions((string? Topic, int Count)[] topics) =>
        [
            .. topics.SelectMany(topic =>
                Enumerable
                    .Range(0, topic.Count)
                    .Select(_ => new Counted(
                        new(new Question("GM1001", Guid.NewGuid(), "chat", false, null, Day, [new(MarkKind.Begun, Day)]), topic.Topic),
                        [],
                        new([]),
                        Day
                    ))
            ),
        ];
}
