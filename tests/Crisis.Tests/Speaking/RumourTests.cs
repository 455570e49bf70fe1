using WebcareHub.Contracts.Crises;
using WebcareHub.Crisis.Rumours;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.Crisis.Tests.Speaking.Given;

namespace WebcareHub.Crisis.Tests.Speaking;

public sealed class RumourTests
{
    [Fact]
    public void A_rumour_is_registered_found_out_and_answered()
    {
        var rumour = Registered(["GM0088"]);
        var spokesperson = Spokesperson("GM0088");
        Answer.Decide(Coordinator(), rumour, new("De dijk houdt.")).Refusal!.Type.ShouldBe(Refusal.Conflict);
        ChangeStatus.Decide(spokesperson, rumour, new(RumourStatus.False, "Nagevraagd.")).Refusal!.Type.ShouldBe(Refusal.NotYours);

        rumour = After(rumour, Own.Decide(spokesperson, rumour));
        rumour = After(rumour, ChangeStatus.Decide(spokesperson, rumour, new(RumourStatus.False, "Nagevraagd bij het waterschap.")));
        RumourShown.IsPublic(rumour).ShouldBeFalse();
        rumour = After(rumour, Answer.Decide(spokesperson, rumour, new("De dijk bij {gemeente} houdt.")));

        RumourShown.IsPublic(rumour).ShouldBeTrue();
        var shown = RumourShown.Of(rumour, "wadden", spokesperson);
        (shown.Owner, shown.Status, shown.Seen).ShouldBe(("wil de Vries", RumourStatus.False, 40));
        RumourShown.IsPublic(After(rumour, Answer.Decide(spokesperson, rumour, new(null)))).ShouldBeFalse();
    }

    [Fact]
    public void Who_sees_to_a_rumour_does_not_speak_for_others()
    {
        var spokesperson = Spokesperson("GM0088");
        var rumour = Registered(area: null);
        rumour = After(rumour, Own.Decide(spokesperson, rumour));

        ChangeStatus.Decide(spokesperson, rumour, new(RumourStatus.False, "Nagevraagd.")).Refusal!.Type.ShouldBe(Refusal.NotYours);
        ChangeStatus.Decide(Coordinator(), rumour, new(RumourStatus.False, "Nagevraagd.")).Refusal.ShouldBeNull();
    }

    [Fact]
    public void Any_colleague_tells_where_they_work_and_not_elsewhere()
    {
        Register.Decide(Colleague("GM0088"), Message, new(Flood, null, null, "De brug is dicht", "Facebook", 3)).Refusal.ShouldBeNull();
        Register
            .Decide(Colleague("GM0088"), Message, new(Flood, "GM0193", null, "De brug is dicht", "Facebook", 3))
            .Refusal!.Type.ShouldBe(Refusal.NotYours);
        Register
            .Decide(Colleague("GM0088"), Message, new(Flood, null, null, "De brug is dicht", "Facebook", -1))
            .Refusal!.Type.ShouldBe(Refusal.Invalid);
        // A crisis that does not hold where they work is not theirs to tell about, not even for the whole country.
        Register.Decide(Colleague("GM0193"), Message, new(Flood, "nl", null, "De brug is dicht", "Facebook", 3)).Refusal.ShouldNotBeNull();
    }

    private static RumourState Registered(IReadOnlyList<string>? area) =>
        After(
            RumourState.None,
            Register.Decide(Colleague("GM0088"), Message, new(Flood, "wadden", area, "De dijk is door", "Vooral op Facebook", 40))
        );

    private static RumourState After(RumourState rumour, Outcome outcome)
    {
        outcome.Refusal.ShouldBeNull();
        return outcome.Events.Aggregate(rumour, RumourState.Evolve);
    }
}
