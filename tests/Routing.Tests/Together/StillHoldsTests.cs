using WebcareHub.EventStore;
using WebcareHub.Routing.CoreMessages;
using WebcareHub.Routing.Together;
using WebcareHub.Rulebooks;

namespace WebcareHub.Routing.Tests.Together;

public sealed class StillHoldsTests
{
    private static readonly Guid Message = Guid.CreateVersion7();
    private static readonly CrisisInForce Crisis = new(Guid.CreateVersion7(), "water", ["waterland"], false, Given.Now);
    private static readonly CoreText Text = new(1, "Kook het water", Given.Now, Given.Now, null);
    private static readonly CoreAnswer Said = new(new(Message, 1), "nl", "Water", Text.Text, Given.Now, Given.Now, null, false, false);
    private static readonly Approved Answer = new(
        Guid.CreateVersion7(),
        new(null, null, null, null, null, Message, new Dictionary<string, CoreText> { ["GM0088"] = Text }, false),
        Given.Jan,
        "GM0088",
        true,
        Crisis.Id
    );

    [Fact]
    public void What_was_approved_goes_as_long_as_the_crisis_and_the_message_hold() => WhyNot(Said).ShouldBeNull();

    [Fact]
    public void After_its_crisis_or_outside_it_nothing_goes_any_more() => WhyNot(Said, []).ShouldBe("De crisis is voorbij.");

    [Fact]
    public void What_belongs_to_no_crisis_goes_without_one() =>
        StillHolds.WhyNot(Answer with { Crisis = null }, "GM0088", InForce([]), Said, Given.Now).ShouldBeNull();

    [Fact]
    public void A_core_message_that_was_withdrawn_renewed_declined_or_is_over_stays()
    {
        WhyNot(Said with { IsWithdrawn = true })!.ShouldContain("ingetrokken");
        WhyNot(Said with { IsOutdated = true })!.ShouldContain("nieuwe versie");
        WhyNot(Said with { Id = new(Message, 2) })!.ShouldContain("nieuwe versie");
        WhyNot(Said with { ValidUntil = Given.Now })!.ShouldContain("geldt nu niet");
        WhyNot(null).ShouldBe("Deze gemeente heeft de kernboodschap niet vrijgegeven.");
    }

    [Fact]
    public void Only_answers_that_tell_a_core_message_are_looked_up_once_each()
    {
        var plain = Answer with { Content = Answer.Content with { CoreTexts = null } };
        StillHolds.Told([(Answer, "GM0088"), (Answer, "GM0088"), (plain, "GM0072")]).ShouldBe([("GM0088", Message)]);
    }

    private static string? WhyNot(CoreAnswer? said, IReadOnlyList<CrisisInForce>? crises = null) =>
        StillHolds.WhyNot(Answer, "GM0088", InForce(crises ?? [Crisis]), said, Given.Now);

    // The voice plays no part here.
    private static InForce InForce(IReadOnlyList<CrisisInForce> crises) => new(null!, new Dictionary<string, int>(), 1, crises);
}
