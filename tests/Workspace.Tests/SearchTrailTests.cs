using WebcareHub.Workspace.Work;

namespace WebcareHub.Workspace.Tests;

public sealed class SearchTrailTests
{
    [Fact]
    public void What_found_nothing_and_was_not_followed_by_an_answer_is_remembered_as_it_was_last_typed()
    {
        var trail = new SearchTrail();
        trail.Typed("ke", 0);
        trail.InVain.ShouldBeNull();
        trail.Typed("kerst", 0);
        trail.Typed("kerstboom ", 0);
        trail.InVain.ShouldBe("kerstboom");
        trail.Typed("", 30);
        trail.Typed("afval", 3);
        trail.InVain.ShouldBe("kerstboom");
    }

    [Fact]
    public void A_slip_of_the_pen_and_what_led_to_an_answer_are_forgotten()
    {
        var trail = new SearchTrail();
        trail.Typed("afvalk", 0);
        trail.Typed("Afval", 3);
        trail.InVain.ShouldBeNull();
        trail.Typed("grofvuil", 0);
        trail.Used();
        trail.InVain.ShouldBeNull();
    }
}
