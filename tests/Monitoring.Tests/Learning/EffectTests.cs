using WebcareHub.Monitoring.Effects;
using WebcareHub.Monitoring.Figures;
using WebcareHub.Monitoring.Questions;

namespace WebcareHub.Monitoring.Tests.Learning;

public sealed class EffectTests
{
    private static readonly DateTimeOffset At = new(2026, 4, 6, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_a_shared_layer_each_week_is_of_at_least_five_municipalities_or_nothing_is_told()
    {
        var week = Questions(10, municipalities: 5, day: 1);
        var effect = new Effect([], week, Shared: true);
        effect.Told(week).ShouldBe(10);
        // With one municipality in another week, a week less would tell of that one.
        effect.Told([.. week, .. Questions(8, municipalities: 1, day: 9)]).ShouldBeNull();
        (effect with { Shared = false }).Told(Questions(1, municipalities: 1, day: 1)).ShouldBe(1);
    }

    [Theory]
    [InlineData(30, 30, true)]
    [InlineData(30, 29, false)]
    public void With_fewer_than_thirty_on_a_side_it_is_too_few_to_say(int before, int after, bool telling) =>
        new Effect(Questions(before, 6, -3), Questions(after, 6, 3), Shared: true).Telling.ShouldBe(telling);

    private static IReadOnlyList<Counted> Questions(int count, int municipalities, int day) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(number => new Counted(
                    new(
                        new(
                            $"GM100{number % municipalities}",
                            Guid.NewGuid(),
                            "chat",
                            false,
                            null,
                            At.AddDays(day),
                            [new(MarkKind.Begun, At)]
                        )
                    ),
                    [],
                    new([]),
                    At.AddDays(28)
                )),
        ];
}
