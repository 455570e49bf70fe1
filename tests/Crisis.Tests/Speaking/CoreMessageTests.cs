using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.Crisis.CoreMessages;
using WebcareHub.Crisis.Speaking;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.Crisis.Tests.Speaking.Given;
using Release = WebcareHub.Crisis.CoreMessages.Release;

namespace WebcareHub.Crisis.Tests.Speaking;

public sealed class CoreMessageTests
{
    [Fact]
    public void What_a_coordinator_issues_is_a_draft_in_every_own_voice()
    {
        var message = Issued();

        var island = Shown(message, Spokesperson("GM0088")).Draft!;
        island.Text.ShouldBe("Het water in Schiermonnikoog stijgt. Zandzakken haalt u bij het gemeentehuis.");
        island.Stand.ShouldBe(CoreMessageStand.Offered);
        island.StandOf.ShouldBe("Stand van 14:05");
        island.Signature.ShouldBe("Groet, wil de Vries");
        Shown(message, Spokesperson("GM0072")).Draft!.Text.ShouldBe("Het water in Harlingen stijgt.");
        CoreMessageShown.IsFor(Spokesperson("GM0193"), message.Issued!).ShouldBeFalse();
    }

    [Fact]
    public void Each_spokesperson_decides_and_the_board_shows_it()
    {
        var message = Issued();
        message = message.After(Release.Decide(Spokesperson("GM0088"), message, 1));
        message = message.After(Decline.Decide(Spokesperson("GM0072"), message, new(1, "Bij ons is geen hoog water.")));

        var board = CoreMessageShown.Board(message, Coordinator());

        board
            .Lines.Select(line => (line.MunicipalityName, line.Stand, line.Reason))
            .ShouldBe([
                ("Harlingen", CoreMessageStand.Declined, "Bij ons is geen hoog water."),
                ("Schiermonnikoog", CoreMessageStand.Released, null),
            ]);
        Shown(message, Coordinator()).Counts.ShouldBe(new(0, 1, 0, 1, 0));
    }

    [Fact]
    public void Own_words_carry_the_moment_they_were_written()
    {
        var later = Spokesperson("GM0072") with { Now = Now.AddMinutes(20) };
        var message = Issued();

        message = message.After(Localise.Decide(later, message, new(1, "In {gemeente} staat de kade onder water.")));

        var draft = Shown(message, later).Draft!;
        draft.Said.ShouldBe("In Harlingen staat de kade onder water.");
        draft.StandOf.ShouldBe("Stand van 14:25");
    }

    [Fact]
    public void A_newer_version_flags_what_cites_the_older_one()
    {
        var message = Issued();
        message = message.After(Release.Decide(Spokesperson("GM0088"), message, 1));

        message = message.After(IssueVersion.Decide(Coordinator(), message, Newer(1), ApprovingRole.RegionalChain));

        var draft = Shown(message, Spokesperson("GM0088")).Draft!;
        (draft.Outdated, draft.Version).ShouldBe((true, 1));
        CoreMessageShown.Board(message, Coordinator()).Lines.Single(line => line.Municipality == "GM0088").Outdated.ShouldBeTrue();
        Release.Decide(Spokesperson("GM0088"), message, 1).Refusal!.Type.ShouldBe(Refusal.NewerVersion);
        IssueVersion.Decide(Coordinator(), message, Newer(1), ApprovingRole.RegionalChain).Refusal!.Type.ShouldBe(Refusal.NewerVersion);
        Shown(message.After(Release.Decide(Spokesperson("GM0088"), message, 2)), Coordinator()).Counts.Outdated.ShouldBe(0);
    }

    [Fact]
    public void What_is_withdrawn_nobody_says_any_more()
    {
        var message = Issued();
        message = message.After(Release.Decide(Spokesperson("GM0088"), message, 1));

        message = message.After(
            Withdraw.Decide(Coordinator(), message, new("Het waterschap meldt het anders.", "Bij {balie} zijn geen zandzakken."))
        );

        var shown = Shown(message, Spokesperson("GM0088"));
        shown.Draft!.Said.ShouldBeNull();
        shown.Withdrawn!.Correction.ShouldBe("Bij het gemeentehuis zijn geen zandzakken.");
        shown.May.ShouldBeEmpty();
        Release.Decide(Spokesperson("GM0088"), message, 1).Refusal.ShouldNotBeNull();
    }

    [Fact]
    public void The_same_decision_twice_is_one()
    {
        var message = Issued();
        message = message.After(Release.Decide(Spokesperson("GM0088"), message, 1));

        Release.Decide(Spokesperson("GM0088"), message, 1).Events.ShouldBeEmpty();
    }

    private static readonly (string Type, Func<Outcome> Decide)[] Refused =
    [
        (Refusal.NotYours, () => Issue(Colleague("GM0088"), Given.Issue())),
        (Refusal.NotYours, () => Issue(Coordinator("ijsselland"), Given.Issue())),
        (Refusal.NotYours, () => Issue(Spokesperson("GM0088"), Given.Issue("GM0072"))),
        (Refusal.Invalid, () => Issue(Coordinator(), Given.Issue("wadden", "GM0193"))),
        (Refusal.Invalid, () => Issue(Coordinator("nl"), Given.Issue("atlantis"))),
        (Refusal.Invalid, () => Issue(Coordinator(), Given.Issue() with { Title = " " })),
        (Refusal.Invalid, () => Issue(Coordinator(), Given.Issue() with { ValidUntil = Now })),
        (Refusal.PersonalData, () => Issue(Coordinator(), Given.Issue() with { Text = "Bel voor BSN 111222333." })),
        (Refusal.Conflict, () => Issue(Coordinator() with { Crises = [] }, Given.Issue())),
        (Refusal.NotYours, () => Release.Decide(Colleague("GM0088"), Issued(), 1)),
        (Refusal.NotYours, () => Release.Decide(Spokesperson("GM0193"), Issued(), 1)),
        (Refusal.NotYours, () => Withdraw.Decide(Spokesperson("GM0088"), Issued(), new("Fout", null))),
        (Refusal.Invalid, () => Decline.Decide(Spokesperson("GM0088"), Issued(), new(1, ""))),
        (Refusal.Invalid, () => Localise.Decide(Spokesperson("GM0072"), Issued(), new(1, "Kom naar {balie}."))),
    ];

    [Fact]
    public void What_is_not_theirs_or_not_right_is_refused()
    {
        foreach (var (type, decide) in Refused)
        {
            var outcome = decide();
            outcome.Events.ShouldBeEmpty();
            outcome.Refusal!.Type.ShouldBe(type, outcome.Refusal.Sentence);
        }
    }

    [Fact]
    public void A_spokesperson_issues_for_the_own_municipality_and_the_nation_for_any_region()
    {
        Issue(Spokesperson("GM0072"), Given.Issue("GM0072")).Refusal.ShouldBeNull();
        Issue(Coordinator("nl"), Given.Issue("ijsselland")).Refusal.ShouldBeNull();
    }

    private static Outcome Issue(Standing standing, IssueCoreMessage wanted) =>
        Crisis.CoreMessages.Issue.Decide(standing, Message, wanted, ApprovingRole.RegionalChain);

    private static CoreMessage Shown(CoreMessageState message, Standing standing) => CoreMessageShown.Of(message, "wadden", standing);

    private static NewCoreMessageVersion Newer(int on) =>
        new(
            on,
            "Het water zakt",
            "Het water in {gemeente} zakt.",
            null,
            null,
            null,
            null,
            "voorzitter veiligheidsregio",
            "Het water zakt."
        );
}
