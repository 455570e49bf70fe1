using WebcareHub.Blueprint.Discussing;
using WebcareHub.Blueprint.Ideas;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.ServiceDefaults.Deciding;

namespace WebcareHub.Blueprint.Tests.Ideas;

public sealed class IdeaDecisionsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private static readonly Standing An = new(new Person("GM0088", "an", "An"), InTeam: false, SecondPerson: true, Now);
    private static readonly Standing Bo = new(new Person("GM0072", "an", "Bo"), InTeam: false, SecondPerson: true, Now);
    private static readonly Standing Team = new(new Person("GM0193", "cas", "Cas"), InTeam: true, SecondPerson: true, Now);

    [Fact]
    public void An_idea_says_who_raised_it_where_and_about_what()
    {
        var idea = Given(Raised());
        idea.ShouldSatisfyAllConditions(
            () => idea.Author!.Credit.ShouldBe("An (GM0088)"),
            () => idea.Entry.ShouldBe("afval-gft"),
            () => idea.Status.ShouldBe(IdeaStatus.Open)
        );
    }

    [Theory]
    [InlineData("", "Uitleg", "invalid")]
    [InlineData("Titel", " ", "invalid")]
    [InlineData("Titel", "Mevrouw belde van 06-12345678.", "personal-data")]
    [InlineData("Mail van piet@voorbeeld.nl", "Uitleg", "personal-data")]
    public void An_idea_without_words_or_with_personal_data_is_refused_with_a_sentence(string title, string words, string type)
    {
        var refusal = Raise.Decide(An, Guid.NewGuid(), new NewIdea("nl", null, null, title, words)).Refusal;
        refusal.ShouldNotBeNull().Type.ShouldBe(type);
        refusal.Sentence.ShouldEndWith(".");
    }

    [Fact]
    public void Half_an_entry_is_no_entry() =>
        Raise.Decide(An, Guid.NewGuid(), new NewIdea("nl", "answers", null, "Titel", "Uitleg")).Refusal.ShouldNotBeNull();

    [Fact]
    public void A_person_votes_once_and_a_namesake_of_another_municipality_is_somebody_else()
    {
        var voted = Given(Raised(), Vote.Cast(An, Given(Raised())));
        Vote.Cast(An, voted).Events.ShouldBeEmpty();
        var both = Given(voted, Vote.Cast(Bo, voted));
        both.Voters.Count.ShouldBe(2);
        Given(both, Vote.TakeBack(An, both)).Voters.ShouldBe(["GM0072/an"]);
    }

    [Fact]
    public void Only_its_author_withdraws_an_idea_and_only_the_team_declines_it()
    {
        var idea = Given(Raised());
        Withdraw.Decide(Bo, idea).Refusal!.Type.ShouldBe(Refusal.NotYours);
        Given(idea, Withdraw.Decide(An, idea)).Status.ShouldBe(IdeaStatus.Withdrawn);
        Decline.Decide(An, idea, "Bestaat al.").Refusal!.Type.ShouldBe(Refusal.NotYours);
        Decline.Decide(Team, idea, "").Refusal!.Type.ShouldBe(Refusal.Invalid);
        Given(idea, Decline.Decide(Team, idea, "Bestaat al.")).Reason.ShouldBe("Bestaat al.");
    }

    [Fact]
    public void What_was_closed_opens_again_by_who_closed_it()
    {
        var idea = Given(Raised());
        var declined = Given(idea, Decline.Decide(Team, idea, "Bestaat al."));
        Reopen.Decide(An, declined).Refusal!.Type.ShouldBe(Refusal.NotYours);
        Given(declined, Reopen.Decide(Team, declined))
            .ShouldSatisfyAllConditions(open => open.Status.ShouldBe(IdeaStatus.Open), open => open.Reason.ShouldBeNull());
        Reopen.Decide(Team, idea).Refusal!.Type.ShouldBe(Refusal.Conflict);
    }

    [Fact]
    public void A_closed_idea_takes_no_votes()
    {
        var withdrawn = Given(Given(Raised()), Withdraw.Decide(An, Given(Raised())));
        Vote.Cast(Bo, withdrawn).Refusal.ShouldNotBeNull();
    }

    [Fact]
    public void A_success_formula_lives_one_step_at_a_time_and_keeps_its_source()
    {
        var idea = Given(Raised());
        Step(An, idea, FormulaStage.Inventoried).Refusal!.Sentence.ShouldBe("Herken de succesformule eerst.");
        TakeFormulaStep.Decide(An, idea, new(FormulaStage.Recognised)).Refusal!.Type.ShouldBe(Refusal.Invalid);
        idea = Given(idea, TakeFormulaStep.Decide(An, idea, new(FormulaStage.Recognised, "Coolblue", Outside: true)));
        Step(An, idea, FormulaStage.Inventoried).Refusal!.Type.ShouldBe(Refusal.NotYours);
        idea = Given(idea, Step(Team, idea, FormulaStage.Inventoried));
        Step(Team, idea, FormulaStage.Copied).Refusal!.Sentence.ShouldBe("Beoordeel de succesformule eerst.");
        idea = Given(idea, Step(Team, idea, FormulaStage.Qualified));
        Step(Team, idea, FormulaStage.Qualified).Refusal!.Sentence.ShouldBe("Deze stap is al gezet.");
        Step(Bo, idea, FormulaStage.Copied).Refusal!.Type.ShouldBe(Refusal.NotYours);
        idea = Given(idea, Step(Bo with { MayCopy = true }, idea, FormulaStage.Copied));
        Step(Bo with { MayCopy = true }, idea, FormulaStage.Copied).Events.ShouldBeEmpty();
        idea = Given(idea, Step(Team, idea, FormulaStage.Copied));
        idea.Formula()
            .ShouldNotBeNull()
            .ShouldSatisfyAllConditions(
                formula => formula.Source.ShouldBe("Coolblue"),
                formula => formula.Outside.ShouldBeTrue(),
                formula => formula.Copies.ShouldBe(2)
            );
        Given(idea, Step(Team, idea, FormulaStage.Developed)).LastStep!.Stage.ShouldBe(FormulaStage.Developed);
    }

    [Fact]
    public void What_a_colleague_may_do_is_what_would_not_be_refused()
    {
        var idea = Given(Raised());
        idea.Detail(An, null).May.ShouldBe(["comment", "vote", "withdraw", "formula-recognised"]);
        idea.Detail(Team, null).May.ShouldBe(["comment", "vote", "decline", "propose", "formula-recognised"]);
    }

    private static Outcome Step(Standing standing, IdeaState idea, FormulaStage stage) =>
        TakeFormulaStep.Decide(standing, idea, new(stage, "Zwolle"));

    private static Outcome Raised() =>
        Raise.Decide(An, Guid.CreateVersion7(), new NewIdea("nl", "answers", "afval-gft", "Korter antwoord", "Het kan in twee zinnen."));

    private static IdeaState Given(params Outcome[] outcomes) => outcomes.Aggregate(IdeaState.None, Given);

    private static IdeaState Given(IdeaState idea, Outcome outcome)
    {
        outcome.Refusal.ShouldBeNull();
        return outcome.Events.Aggregate(idea, IdeaState.Evolve);
    }
}
