using WebcareHub.Contracts.Crises;
using WebcareHub.Crisis.Switching;
using static WebcareHub.Crisis.Tests.Switching.Country;
using Plan = WebcareHub.Crisis.Switching.Plan;
using TellGrip = WebcareHub.Crisis.Switching.TellGrip;

namespace WebcareHub.Crisis.Tests.Switching;

public sealed class Reporting
{
    private static readonly RisenInflow Schiermonnikoog = new("GM0088", 120, 2.5, Now.AddMinutes(-10), Now);

    private static readonly string[] Report =
    [
        "Renske Hofstra (Harlingen) kondigde crisis 'Hoogwater' af. Dit geldt voor regio Wadden. GRIP 2 in regio Wadden, gemeld door officier van dienst.",
        "Renske Hofstra (Harlingen) vroeg om dit voor heel Nederland te laten gelden. Een tweede persoon heeft tot 14.15 uur. Tot die tijd geldt het voor regio Wadden.",
        "Wat vanzelf gaat en niet bij de crisis hoort, staat stil voor regio Wadden.",
        "Niemand bevestigde binnen tien minuten dat dit voor heel Nederland geldt. Het blijft gelden voor regio Wadden.",
        "Renske Hofstra (Harlingen) noteerde GRIP 4 in regio Wadden, gemeld door voorzitter. Dat was GRIP 2. Voor teksten is nu akkoord nodig van de regionale lijn, ook voor wat al op akkoord wacht.",
        "Renske Hofstra (Harlingen) beëindigde de crisis. Voor regio Wadden geldt alles weer zoals het was.",
        "Wat stilstond, gaat weer door voor regio Wadden.",
    ];

    [Fact]
    public void The_log_reads_like_a_report()
    {
        var declared = Declare.Decide(
            Renske,
            Course.None,
            new(
                null,
                "hoogwater",
                null,
                ["nl"],
                ["wadden"],
                false,
                [new("wadden", 2, "officier van dienst")],
                false,
                null,
                "De dijk is zwak."
            ),
            Edition,
            Guid.CreateVersion7()
        );
        var course = Course.None.Then(declared);
        var lapsed = FallBack.Decide(course, Now.AddMinutes(10));
        var after = course.Then(lapsed);
        var told = TellGrip.Decide(Renske, after, new("wadden", 4, "voorzitter", null));
        var ended = End.Decide(Renske, after, "Het water zakt.");

        object[] events = [.. declared.Events, .. lapsed.Events, .. told.Events, .. ended.Events];
        var lines = events.Select(each => LogInWords.Of(each, Country.Layers)!).ToList();

        lines.Select(line => line.Sentence).ShouldBe(Report);
        lines[0].Why.ShouldBe("De dijk is zwak.");
    }

    [Fact]
    public void More_municipalities_than_fit_a_sentence_are_counted()
    {
        Country.Layers.InWords(["wadden", "GM0193"]).ShouldBe("regio Wadden en gemeente Zwolle");
        Country.Layers.InWords([.. Enumerable.Range(1, 9).Select(number => $"GM100{number}")]).ShouldBe("9 gemeenten");
    }

    [Fact]
    public void Before_it_is_declared_everything_that_will_happen_is_spelled_out()
    {
        var plan = Plan.Of(Edition, "nl", "hoogwater")!;

        var preview = PreviewCrisis.Preview(new(plan, ["nl"], false, ["Emre Aksoy"]), Aukje, Edition, []);

        preview.Municipalities.Select(each => each.Name).ShouldBe(["Harlingen", "Schiermonnikoog", "Zwolle"]);
        preview.Pools.Select(pool => pool.Code).ShouldBe(["ijsselland", "wadden", "nl"]);
        preview.Rules.Select(rule => rule.Id).ShouldBe(["hoogwater.vragen"]);
        preview.Answers.Select(answer => answer.Id).ShouldBe(["hoog"]);
        preview
            .CoreMessages.Single()
            .ShouldSatisfyAllConditions(each => each.Until.ShouldBe(120), each => each.Informal.ShouldBe("Let op je dijk."));
        preview.NeedsSecondPerson.ShouldBeTrue();
        preview.Refusal.ShouldBeNull();
        preview
            .Steps[0]
            .ShouldBe(
                "Een tweede landelijke coördinator moet dit binnen tien minuten bevestigen (Emre Aksoy). Lukt dat niet, dan gaat het niet door."
            );
        preview.Steps[^1].ShouldBe("Als u de crisis beëindigt, geldt alles weer zoals het was.");
    }

    [Fact]
    public void A_rise_is_proposed_once_and_told_again_only_when_it_grows()
    {
        var first = Propose.Decide(Course.None, Guid.CreateVersion7(), "wadden", [Schiermonnikoog], Now);
        var open = Course.None.Then(first);
        var harlingen = Schiermonnikoog with { Municipality = "GM0072" };

        open.Phase.ShouldBe(CrisisPhase.Proposed);
        Effect.Of(open).ShouldBeNull();
        Propose.Decide(open, Guid.Empty, "wadden", [Schiermonnikoog with { Count = 150 }], Now).Events.ShouldBeEmpty();
        var grown = open.Then(Propose.Decide(open, Guid.Empty, "wadden", [Schiermonnikoog with { Count = 180 }, harlingen], Now));
        grown.Inflow.Select(risen => risen.Municipality).ShouldBe(["GM0088", "GM0072"]);
        ListProposals
            .Sentence(grown.Inflow, Country.Layers)
            .ShouldBe(
                "Schiermonnikoog: 180 berichten in tien minuten, anders ongeveer 2,5. Harlingen: 120 berichten in tien minuten, anders ongeveer 2,5."
            );
        Jan.Sees(grown).ShouldBeFalse();
        Renske.Sees(grown).ShouldBeTrue();
    }

    [Fact]
    public void A_course_comes_out_of_its_row_as_it_went_in()
    {
        var course = Course.None.Then(
            Declare.Decide(
                Emre,
                Course.None,
                new(
                    null,
                    "hoogwater",
                    "Hoog water",
                    ["nl"],
                    null,
                    true,
                    [new("wadden", 1, "meldkamer")],
                    true,
                    Now.AddHours(1),
                    "Oefenen."
                ),
                Edition,
                Guid.CreateVersion7()
            )
        );

        var json = System.Text.Json.JsonSerializer.Serialize(course);

        System.Text.Json.JsonSerializer.Serialize(System.Text.Json.JsonSerializer.Deserialize<Course>(json)).ShouldBe(json);
        json.ShouldContain("Hoog water");
    }
}
