using System.Text.Json;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Contracts.Crises;
using WebcareHub.Crisis.Rehearsing.Waves;

namespace WebcareHub.Crisis.Tests.Rehearsing;

/// <summary>Which messages a wave holds, and when they come.</summary>
public sealed class WaveTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 11, 0, 0, TimeSpan.Zero);

    private static readonly Script Script = new(
        Guid.Parse("0198a3b0-0000-7000-8000-000000000001"),
        new Dictionary<string, string> { ["GM0072"] = "Harlingen", ["GM0088"] = "Schiermonnikoog" },
        ["whatsapp", "facebook", "chat"],
        new(15, 40, 60, 8),
        new(["Waar haal ik zandzakken in {plaats}?", "Het water staat in de {straat}."], ["Hallo?"], ["Sanne", "Kees"], ["Oefendijk"])
    );

    [Fact]
    public void It_rises_to_its_peak_and_goes_on_until_its_end()
    {
        Script.Messages.ShouldBe((15 * 40) + (45 * 8));
        Script.Until(TimeSpan.Zero).ShouldBe(0);
        Script.Until(TimeSpan.FromMinutes(15)).ShouldBe(600);
        Script.Until(TimeSpan.FromMinutes(16)).ShouldBe(608);
        Script.Until(TimeSpan.FromMinutes(60)).ShouldBe(Script.Messages);
        Script.Until(TimeSpan.FromHours(5)).ShouldBe(Script.Messages);
    }

    [Fact]
    public void A_message_is_the_same_after_a_restart_and_no_two_waves_are_alike()
    {
        var again = JsonSerializer.Deserialize<Script>(JsonSerializer.SerializeToUtf8Bytes(Script))!;
        var other = Script with { Seed = Guid.Parse("0198a3b0-0000-7000-8000-000000000002") };

        Lines(again).ShouldBe(Lines(Script));
        Lines(other).ShouldNotBe(Lines(Script));
    }

    [Fact]
    public void It_comes_to_every_municipality_on_every_channel_with_typos_and_without_slots()
    {
        var lines = Lines(Script);

        lines.Select(line => line.Municipality).Distinct().Order().ShouldBe(["GM0072", "GM0088"]);
        lines.Select(line => line.Channel).Distinct().Count().ShouldBe(3);
        lines.Select(line => line.Text).ShouldAllBe(text => !text.Contains('{'));
        lines.Select(line => line.Text).Distinct().Count().ShouldBeGreaterThan(200);
        lines.Where(line => line.Text.Contains("Schiermonnikoog")).ShouldAllBe(line => line.Municipality == "GM0088");
    }

    [Fact]
    public void Who_writes_again_is_who_wrote_before_in_the_same_place()
    {
        var lines = Lines(Script);
        var (first, again) = (lines[2], lines[7]);

        again.Resident.ShouldBe(2);
        (again.Municipality, again.Channel, again.Name).ShouldBe((first.Municipality, first.Channel, first.Name));
    }

    [Fact]
    public void Faster_than_real_and_no_more_a_minute_than_asked()
    {
        var fast = new Pace(10, null, TimeSpan.Zero, Noon, 0);
        fast.Due(Script, Noon.AddMinutes(3)).ShouldBe(Script.Until(TimeSpan.FromMinutes(30)));
        fast.EndsAt(Script).ShouldBe(Noon.AddMinutes(6));

        var bounded = fast with { PerMinute = 20 };
        bounded.Due(Script, Noon.AddMinutes(3)).ShouldBe(60);
        bounded.Due(Script, Noon.AddMinutes(48)).ShouldBe(Script.Messages);
        bounded.EndsAt(Script).ShouldBe(Noon.AddMinutes(48));
    }

    [Fact]
    public void What_was_held_goes_on_where_it_was_without_a_message_twice_or_never()
    {
        var wave = Running();
        wave = WaveCourse.Come(wave, wave.Pace.Due(Script, Noon.AddMinutes(5)), Noon.AddMinutes(5)).After;
        var (held, told) = WaveCourse.Hold(wave, ("GM0072", Renske), Noon.AddMinutes(5))!.Value;
        told.ShouldBe(new WaveHeld(wave.Id, 200, "GM0072", Renske, Noon.AddMinutes(5)));
        WaveCourse.Hold(held, null, Noon.AddMinutes(6)).ShouldBeNull();

        var (resumed, _) = WaveCourse.Resume(held, ("GM0072", Renske), Noon.AddHours(1))!.Value;

        resumed.Pace.Due(Script, Noon.AddHours(1)).ShouldBe(200);
        resumed.Pace.Due(Script, Noon.AddHours(1).AddMinutes(1)).ShouldBe(240);
        var (done, last) = WaveCourse.Come(resumed, resumed.Pace.Due(Script, Noon.AddHours(2)), Noon.AddHours(2));
        done.State.ShouldBe(WaveState.Done);
        last.ShouldBe(new WaveDone(wave.Id, Script.Messages, Noon.AddHours(2)));
        WaveCourse.Resume(done, ("GM0072", Renske), Noon.AddHours(3)).ShouldBeNull();
    }

    [Theory]
    [InlineData("Bel mij op 06 12345678, groeten Piet Jansen", "Bel mij op (weggelaten), groeten (naam)")]
    [InlineData("Ik ben Fatima El Amrani en woon hier", "Ik ben (naam)")]
    [InlineData("Dag @pietje, mail piet@voorbeeld.nl", "Dag (naam), mail (weggelaten)")]
    [InlineData("Willemijn vraagt of de weg dicht is", "(naam) vraagt of de weg dicht is")]
    public void Of_what_was_recorded_nobody_can_be_known(string written, string left)
    {
        var text = Anonymous.Text(written, ["Willemijn de Vries"]);

        text.ShouldStartWith(left);
        text.ShouldNotContain("Jansen");
        text.ShouldNotContain("Amrani");
    }

    private static readonly AgentRef Renske = new("demo-renske", "Renske Hofstra");

    private static WaveRow Running() =>
        new(
            Script.Seed,
            "wadden",
            Guid.NewGuid(),
            "Het water komt",
            WaveState.Running,
            Script.Messages,
            0,
            new(1, null, TimeSpan.Zero, Noon, 0),
            Renske,
            Noon
        );

    private static IReadOnlyList<Line> Lines(Script script) => [.. Enumerable.Range(0, script.Messages).Select(number => script[number])];
}
