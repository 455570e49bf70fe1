using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.Crisis.Switching;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.Crisis.Tests.Switching.Country;
using Outcome = WebcareHub.ServiceDefaults.Deciding.Outcome;
using TellGrip = WebcareHub.Crisis.Switching.TellGrip;

namespace WebcareHub.Crisis.Tests.Switching;

public sealed class Deciding
{
    private static readonly Guid Id = Guid.CreateVersion7();

    public static TheoryData<string, string[], bool> Offices =>
        new()
        {
            { "renske", ["wadden"], true },
            { "renske", ["GM0088", "GM0072"], true },
            { "renske", ["nl"], true },
            { "renske", ["ijsselland"], false },
            { "renske", ["GM0088", "GM0193"], false },
            { "emre", ["ijsselland", "wadden"], true },
            { "emre", ["GM0193"], true },
            { "jan", ["GM0088"], false },
            { "jan", ["nl"], false },
        };

    [Theory]
    [MemberData(nameof(Offices))]
    public void A_coordinator_declares_within_the_own_office_only(string who, string[] scope, bool may)
    {
        var standing = new[] { Renske, Emre, Jan }.Single(each => each.Person.Agent.Id == who);

        var outcome = Declare(standing, scope);

        (outcome.Refusal is null).ShouldBe(may, outcome.Refusal?.Sentence);
        outcome.Refusal?.Type.ShouldBe(Refusal.NotYours);
    }

    [Fact]
    public void Declared_it_is_in_force_in_its_region_and_its_other_automation_stands_still()
    {
        var outcome = Declare(Renske, ["GM0088", "wadden"]);
        var course = Course.None.Then(outcome);

        outcome.Events.Select(each => each.GetType()).ShouldBe([typeof(CrisisDeclared), typeof(AutomationPaused)]);
        outcome.Events.OfType<AutomationPaused>().Single().Except.ShouldBe(["hoog"]);
        course.Layer.ShouldBe("wadden");
        Effect.Of(course).ShouldNotBeNull().Scope.ShouldBe(["wadden"]);
        Effect.Of(course)!.Since.ShouldBe(Now);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("wadden", true)]
    public void The_whole_country_waits_for_a_second_person_and_holds_meanwhile_where_it_was_asked(string? meanwhile, bool holds)
    {
        var course = Course.None.Then(Declare(Renske, ["nl"], meanwhile is null ? null : [meanwhile]));

        course.National!.Until.ShouldBe(Now.AddMinutes(10));
        (Effect.Of(course) is not null).ShouldBe(holds);
        Confirm.Decide(Renske, course, new(true, null), []).Refusal!.Type.ShouldBe(Refusal.SecondPerson);
        Confirm.Decide(Jan, course, new(true, null), []).Refusal!.Type.ShouldBe(Refusal.NotYours);
        Confirm.Decide(Emre.At(TimeSpan.FromMinutes(10)), course, new(true, null), []).Refusal.ShouldNotBeNull();

        var confirmed = course.Then(Confirm.Decide(Emre.At(TimeSpan.FromMinutes(9)), course, new(true, null), []));

        Effect.Of(confirmed)!.Scope.ShouldBe(["nl"]);
        confirmed.National.ShouldBeNull();
    }

    [Theory]
    [InlineData(null, CrisisPhase.Prepared)]
    [InlineData("wadden", CrisisPhase.Declared)]
    public void Without_a_second_person_it_falls_back_to_what_was_asked_before(string? meanwhile, CrisisPhase phase)
    {
        var course = Course.None.Then(Declare(Renske, ["nl"], meanwhile is null ? null : [meanwhile]));

        FallBack.Decide(course, Now.AddMinutes(10).AddTicks(-1)).Events.ShouldBeEmpty();
        var lapsed = course.Then(FallBack.Decide(course, Now.AddMinutes(10)));
        var refused = course.Then(Confirm.Decide(Emre, course, new(false, "Het blijft bij de Wadden."), []));

        foreach (var after in new[] { lapsed, refused })
        {
            after.Phase.ShouldBe(phase);
            after.National.ShouldBeNull();
            Effect.Of(after)?.Scope.ShouldBe(["wadden"]);
            (Effect.Of(after) is null).ShouldBe(meanwhile is null);
        }
    }

    [Fact]
    public void Scaling_up_to_the_country_leaves_the_region_as_it_is_until_somebody_confirms()
    {
        var region = Course.None.Then(Declare(Renske, ["GM0088"]));
        var wider = region.Then(ScaleTo.Decide(Emre, region, new(["wadden"], "Harlingen ook."), []));
        var asked = wider.Then(ScaleTo.Decide(Emre, wider, new(["nl"], "Overal."), []));
        var nation = asked.Then(Confirm.Decide(Aukje, asked, new(true, null), []));
        var down = nation.Then(ScaleTo.Decide(Emre, nation, new(["GM0072"], "Alleen Harlingen nog."), []));

        (wider.Phase, Effect.Of(wider)!.Scope.Single()).ShouldBe((CrisisPhase.ScaledUp, "wadden"));
        Effect.Of(asked)!.Scope.ShouldBe(["wadden"]);
        Effect.Of(nation)!.Scope.ShouldBe(["nl"]);
        (down.Phase, Effect.Of(down)!.Scope.Single()).ShouldBe((CrisisPhase.ScaledDown, "GM0072"));
        ScaleTo.Decide(Emre, down, new(["GM0072"], "Zo laten."), []).ShouldBe(Outcome.Nothing);
    }

    [Fact]
    public void Ended_it_is_lifted_and_what_stood_still_goes_on_and_it_never_comes_back()
    {
        var course = Course.None.Then(Declare(Renske, ["wadden"]));
        var outcome = End.Decide(Renske, course, "Het water zakt.");
        var ended = course.Then(outcome);

        Effect.Of(ended).ShouldBeNull();
        outcome.Events.OfType<AutomationResumed>().Single().Scope.ShouldBe(["wadden"]);
        ended.Paused.ShouldBeEmpty();
        Declare(Renske, ["wadden"], before: ended).Refusal.ShouldNotBeNull();
        ScaleTo.Decide(Renske, ended, new(["wadden"], "Toch weer."), []).Refusal.ShouldNotBeNull();
        var evaluation = ended.Then(ChangePhaseTo.Decide(Renske, ended, new(CrisisPhase.Evaluation, "Terugkijken.")));
        ChangePhaseTo.Decide(Renske, evaluation, new(CrisisPhase.Aftermath, "Terug.")).Refusal.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(0, ApprovingRole.HeadOfCommunication)]
    [InlineData(2, ApprovingRole.HeadOfCommunication)]
    [InlineData(3, ApprovingRole.MayorsLine)]
    [InlineData(4, ApprovingRole.RegionalChain)]
    [InlineData(5, ApprovingRole.RegionalChain)]
    public void Who_approves_follows_from_the_level_that_was_told(int level, ApprovingRole approves)
    {
        var course = Course.None.Then(Declare(Renske, ["wadden"]));
        var told = course.Then(TellGrip.Decide(Renske, course, new("wadden", 3, "meldkamer", null)));
        var again = TellGrip.Decide(Renske, told, new("wadden", level, "voorzitter", null));

        Grip.ApprovesIn(course, "wadden").ShouldBe(ApprovingRole.HeadOfCommunication);
        Grip.ApprovesIn(told.Then(again), "wadden").ShouldBe(approves);
        if (level != 3)
            again
                .Events.OfType<GripTold>()
                .Single()
                .ShouldSatisfyAllConditions(e => e.Before.ShouldBe(3), e => e.ApprovesBefore.ShouldBe(ApprovingRole.MayorsLine));
    }

    [Theory]
    [InlineData("wadden", 6)]
    [InlineData("wadden", -1)]
    [InlineData("GM0088", 1)]
    public void A_level_that_does_not_exist_is_refused(string region, int level)
    {
        var course = Course.None.Then(Declare(Renske, ["wadden"]));

        TellGrip.Decide(Renske, course, new(region, level, "meldkamer", null)).Refusal!.Type.ShouldBe(Refusal.Invalid);
    }

    [Fact]
    public void What_colleagues_write_holds_no_data_of_a_person() =>
        Declare(Renske, ["wadden"], why: "Mevrouw belde met 06 12345678").Refusal!.Type.ShouldBe(Refusal.PersonalData);

    [Fact]
    public void Only_who_it_touches_sees_it()
    {
        var course = Course.None.Then(Declare(Renske, ["wadden"]));

        Jan.Sees(course).ShouldBeTrue();
        Samira.Sees(course).ShouldBeFalse();
        Emre.Sees(course).ShouldBeTrue();
    }

    private static Outcome Declare(
        Standing who,
        string[] scope,
        string[]? meanwhile = null,
        Course? before = null,
        string why = "Het water stijgt."
    ) =>
        Crisis.Switching.Declare.Decide(
            who,
            before ?? Course.None,
            new DeclareCrisis(null, "hoogwater", null, scope, meanwhile, false, null, false, null, why),
            Edition,
            Id
        );
}
