using WebcareHub.Blueprint.Discussing;
using WebcareHub.Blueprint.Proposals;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.Contracts.Conversations;
using WebcareHub.ServiceDefaults.Deciding;
using Draft = WebcareHub.Blueprint.Proposals.Draft;
using IdeaState = WebcareHub.Blueprint.Ideas.IdeaState;
using Offer = WebcareHub.Blueprint.Proposals.Offer;
using Refusal = WebcareHub.ServiceDefaults.Deciding.Refusal;
using Release = WebcareHub.Blueprint.Proposals.Release;

namespace WebcareHub.Blueprint.Tests.Proposals;

public sealed class ProposalDecisionsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private static readonly Standing An = new(new Person("GM0088", "an", "An"), InTeam: true, SecondPerson: true, Now);
    private static readonly Standing Bo = new(new Person("GM0072", "bo", "Bo"), InTeam: true, SecondPerson: true, Now.AddMinutes(1));
    private static readonly Standing Outsider = Bo with { InTeam = false };
    private static readonly NewProposal Form = new("nl", "Korter", "Leest beter.", [], [new("a.yaml", "nieuw")], 1);

    [Fact]
    public void A_second_person_accepts_and_the_author_does_not()
    {
        var offered = Offered();
        Agree.Decide(An, offered, Around("oud")).Refusal!.Type.ShouldBe(Refusal.SecondPerson);
        Agree.Decide(Outsider, offered, Around("oud")).Refusal!.Type.ShouldBe(Refusal.NotYours);
        var accepted = Given(offered, Agree.Decide(Bo, offered, Around("oud")));
        accepted.ShouldSatisfyAllConditions(
            () => accepted.Status.ShouldBe(ProposalStatus.Accepted),
            () => accepted.AcceptedBy!.Name.ShouldBe("Bo"),
            () => Release.Refused(An, accepted, Around("oud")).ShouldBeNull()
        );
    }

    [Fact]
    public void Who_wrote_the_present_form_does_not_accept_it_either()
    {
        var revised = Given(Offered(), Revise.Decide(Bo, Offered(), Form with { Title = "Nog korter" }, Around("oud")));
        revised.Status.ShouldBe(ProposalStatus.Draft);
        var again = Given(revised, Offer.Decide(Bo, revised, Around("oud")));
        Agree.Decide(Bo, again, Around("oud")).Refusal!.Type.ShouldBe(Refusal.SecondPerson);
    }

    [Fact]
    public void A_municipality_where_one_person_works_on_the_blueprint_needs_no_second()
    {
        var alone = An with { SecondPerson = false };
        Given(Offered(), Agree.Decide(alone, Offered(), Around("oud"))).Status.ShouldBe(ProposalStatus.Accepted);
    }

    [Fact]
    public void Accepting_another_form_than_was_read_is_refused() =>
        Agree.Decide(Bo, Offered(), Around("oud"), seen: Now.AddMinutes(-5)).Refusal!.Sentence.ShouldContain("gewijzigd");

    [Fact]
    public void What_was_measured_is_recorded_by_the_team_after_the_release_and_the_later_measure_holds()
    {
        var effect = new NewEffect("In de 4 weken na versie 2: 120 vragen.", new Dictionary<string, long> { ["Vragen"] = 120 });
        RecordEffect.Decide(An, Offered(), effect).Refusal!.Sentence.ShouldContain("gepubliceerd");
        var released = ProposalState.Evolve(Offered(), new ProposalReleased("nl", 2, new("an", "An"), Now));
        RecordEffect.Decide(Outsider, released, effect).Refusal!.Type.ShouldBe(Refusal.NotYours);
        RecordEffect.Decide(An, released, effect with { Counts = new Dictionary<string, long>() }).Refusal!.Type.ShouldBe(Refusal.Invalid);
        RecordEffect.Decide(An, released, effect with { Sentence = "Bel 06-12345678" }).Refusal!.Type.ShouldBe(Refusal.PersonalData);

        var measured = Given(released, RecordEffect.Decide(An, released, effect));
        var again = Given(measured, RecordEffect.Decide(Bo, measured, effect with { Sentence = "In de 8 weken erna: 260 vragen." }));

        (measured.Effect!.Sentence, measured.Effect.Counts["Vragen"], measured.Status).ShouldBe(
            (effect.Sentence, 120, ProposalStatus.Released)
        );
        (again.Effect!.Sentence, again.Effect.At).ShouldBe(("In de 8 weken erna: 260 vragen.", Bo.Now));
    }

    [Fact]
    public void A_layer_that_moved_on_in_a_file_of_the_proposal_is_a_conflict_that_names_file_and_release()
    {
        var refusal = Agree.Decide(Bo, Offered(), Around("oud", "intussen")).Refusal!;
        refusal.Sentence.ShouldBe(
            "Laag nl is sinds versie 1 gewijzigd in a.yaml; nu geldt versie 2 van Cas. Neem die wijziging eerst over in het voorstel."
        );
    }

    [Theory]
    [InlineData("nieuw", "b.yaml staat er los van")]
    [InlineData("oud", "de andere versie wijzigde hem niet")]
    public void The_same_change_and_a_change_elsewhere_are_no_conflict(string now, string because) =>
        Agree.Decide(Bo, Offered(), Around("oud", now)).Refusal.ShouldBeNull(because);

    [Fact]
    public void A_file_that_is_taken_away_conflicts_with_a_change_of_it()
    {
        var gone = Form with { Changes = [new("a.yaml", null)] };
        Candidate.Conflicts(gone.Changes, 1, Around("oud", "anders").Layer).ShouldBe(["a.yaml"]);
        Candidate.Files(gone.Changes, Around("oud").Layer).Keys.ShouldBe(["b.yaml"]);
    }

    [Fact]
    public void A_draft_without_changes_is_not_offered() =>
        Offer
            .Decide(An, Given(ProposalState.None, Drafted(Form with { Changes = [] })), Around("oud"))
            .Refusal!.Sentence.ShouldBe("Dit voorstel wijzigt nog niets.");

    [Theory]
    [InlineData("../nl/a.yaml")]
    [InlineData("/a.yaml")]
    [InlineData("map//a.yaml")]
    [InlineData("a.exe")]
    public void A_path_out_of_the_layer_is_refused(string path) =>
        Drafted(Form with { Changes = [new(path, "x")] }).Refusal!.Type.ShouldBe(Refusal.Invalid);

    [Fact]
    public void A_release_that_never_was_is_no_ground_to_build_on() =>
        Drafted(Form with { Base = 7 }).Refusal!.Sentence.ShouldContain("Versie 7");

    [Fact]
    public void An_idea_is_worked_out_in_one_proposal_at_a_time()
    {
        var idea = Guid.CreateVersion7();
        var raised = new IdeaRaised(idea, "nl", null, null, "Kort", "Korter.", "GM0193", new AgentRef("gea", "Gea"), Now);
        var open = IdeaState.Evolve(IdeaState.None, raised);
        var taken = IdeaState.Evolve(open, new IdeaTakenUp(Guid.NewGuid(), An.Person.Agent, Now));
        var form = Form with { Ideas = [idea] };

        Drafted(form, open).Refusal.ShouldBeNull();
        Drafted(form, taken).Refusal!.Sentence.ShouldBe("Het idee 'Kort' wordt al uitgewerkt in een ander voorstel.");
        Drafted(form).Refusal!.Type.ShouldBe(Refusal.Invalid);
    }

    [Fact]
    public void Credits_name_the_authors_of_the_ideas_and_of_the_proposal_each_once()
    {
        var ideas = new[] { ("GM0193", "gea", "Gea"), ("GM0088", "an", "An") }
            .Select(by => new IdeaRaised(
                Guid.CreateVersion7(),
                "nl",
                null,
                null,
                "T",
                "W",
                by.Item1,
                new AgentRef(by.Item2, by.Item3),
                Now
            ))
            .Select(raised => IdeaState.Evolve(IdeaState.None, raised))
            .ToArray();
        var proposal = Given(ProposalState.None, Drafted(Form with { Ideas = [.. ideas.Select(idea => idea.Id)] }, ideas));
        Around(ideas, "oud").Credits(proposal).ShouldBe(["Gea (GM0193)", "An (GM0088)"]);
    }

    [Fact]
    public void Evidence_is_a_back_test_or_numbers()
    {
        Attach.Decide(An, Offered(), Guid.NewGuid(), new("Leeg")).Refusal!.Type.ShouldBe(Refusal.Invalid);
        var counted = new NewEvidence("Telling", Counts: new Dictionary<string, long> { ["gesprekken"] = 41 });
        Given(Offered(), Attach.Decide(An, Offered(), Guid.NewGuid(), counted)).Evidence.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_measured_effect_finds_its_place()
    {
        var measured = new EffectMeasured("Minder herhaald contact.", new Dictionary<string, long> { ["herhaald contact"] = 12 }, Now);
        ProposalState.Evolve(Offered(), measured).Effect!.Sentence.ShouldBe("Minder herhaald contact.");
    }

    [Fact]
    public void What_is_declined_or_withdrawn_takes_no_further_step()
    {
        var declined = Given(Offered(), Decline.Decide(Bo, Offered(), "Te vroeg."));
        declined.Reason.ShouldBe("Te vroeg.");
        Agree.Decide(Bo, declined, Around("oud")).Refusal.ShouldNotBeNull();
        Withdraw.Decide(Bo, Offered()).Refusal!.Type.ShouldBe(Refusal.NotYours);
        var withdrawn = Given(Offered(), Withdraw.Decide(An, Offered()));
        Revise.Decide(An, withdrawn, Form, Around("oud")).Refusal.ShouldNotBeNull();
        Release.Refused(An, withdrawn, Around("oud")).ShouldNotBeNull();
    }

    private static Outcome Drafted(NewProposal form, params IdeaState[] ideas) =>
        Draft.Decide(An, Guid.CreateVersion7(), form, Around(ideas, "oud"));

    private static ProposalState Offered()
    {
        var draft = Given(ProposalState.None, Drafted(Form));
        return Given(draft, Offer.Decide(An, draft, Around("oud")));
    }

    private static ProposalState Given(ProposalState proposal, Outcome outcome)
    {
        outcome.Refusal.ShouldBeNull();
        return outcome.Events.Aggregate(proposal, ProposalState.Evolve);
    }

    private static Surroundings Around(params string[] contents) => Around([], contents);

    /// <summary>A layer whose file a.yaml had these contents, release by release.</summary>
    private static Surroundings Around(IdeaState[] ideas, params string[] contents) =>
        new(new Layer("nl", [.. contents.Select((content, at) => Published(at + 1, content))]), ideas.ToDictionary(idea => idea.Id));

    private static ReleasePublished Published(int number, string content) =>
        new(
            "nl",
            number,
            "",
            new Dictionary<string, string> { ["a.yaml"] = content, ["b.yaml"] = "b" },
            "",
            new AgentRef("cas", "Cas"),
            Now
        );
}
