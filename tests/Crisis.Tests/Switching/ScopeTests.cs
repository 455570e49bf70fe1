using WebcareHub.Contracts;
using WebcareHub.EventStore;

namespace WebcareHub.Crisis.Tests.Switching;

public sealed class ScopeTests
{
    private static readonly string[] Schiermonnikoog = ["nl", "wadden", "GM0088"];

    [Theory]
    [InlineData("nl", true)]
    [InlineData("wadden", true)]
    [InlineData("GM0088", true)]
    [InlineData("ijsselland", false)]
    [InlineData("GM0072", false)]
    public void A_crisis_holds_where_its_scope_reaches(string scope, bool holds) =>
        Crisis([scope], exercise: false).Holds(Schiermonnikoog, exercise: false).ShouldBe(holds);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_exercise_and_the_real_thing_leave_each_other_alone(bool exercise)
    {
        Crisis(["nl"], exercise).Holds(Schiermonnikoog, exercise).ShouldBeTrue();
        Crisis(["nl"], exercise).Holds(Schiermonnikoog, !exercise).ShouldBeFalse();
    }

    [Fact]
    public void The_tenant_of_an_exercise_leads_back_to_its_municipality()
    {
        Exercise.Of("GM0088").ShouldBe("oef.GM0088");
        Exercise.Of(Exercise.Of("GM0088")).ShouldBe("oef.GM0088");
        Exercise.Real("oef.GM0088").ShouldBe("GM0088");
        Exercise.Real("GM0088").ShouldBe("GM0088");
        Exercise.Is("GM0088").ShouldBeFalse();
    }

    private static CrisisInForce Crisis(string[] scope, bool exercise) =>
        new(Guid.CreateVersion7(), "hoogwater", scope, exercise, DateTimeOffset.UnixEpoch);
}
