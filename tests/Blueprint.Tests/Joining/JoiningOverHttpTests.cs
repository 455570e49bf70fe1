using WebcareHub.Contracts.Api;

namespace WebcareHub.Blueprint.Tests.Joining;

/// <summary>A municipality that does nothing, and one that joins.</summary>
public sealed class JoiningOverHttpTests(BlueprintHost host) : IClassFixture<BlueprintHost>
{
    private static readonly NewPreview Bulky = new(
        "Waar laat ik mijn grofvuil?",
        "whatsapp",
        At: new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero)
    );

    [Fact]
    public async Task Choosing_from_the_register_is_enough_decision_answers_and_voice_are_right()
    {
        await host.PublishFolderAsync();
        var colleague = host.AsPerson("noor", "Noor", "GM0363", "webcare");
        var membership = await host.GetAsync<Membership>(colleague, "/api/v1/memberships");
        membership.ShouldSatisfyAllConditions(
            () => membership.Name.ShouldBe("Amsterdam"),
            () => membership.Registered.ShouldBeTrue(),
            () => membership.Release.ShouldBeNull(),
            () => membership.MayJoin.ShouldBeFalse(),
            () => membership.Layers.Select(layer => layer.Layer).ShouldBe(["nl"])
        );

        var preview = (await host.SendAsync<Preview>(HttpMethod.Post, colleague, "/api/v1/blueprint/previews", Bulky)).InForce;
        preview.Fields.ShouldContain(new PreviewField("onderwerp", "Grofvuil"));
        preview.Answer!.Id.ShouldBe("grofvuil");
        preview.Answer.Text.ShouldContain("gemeente Amsterdam");
        var entries = await host.GetAsync<BlueprintEntries>(colleague, "/api/v1/blueprint/entries");
        entries.Name.ShouldBe("Amsterdam");
        entries.Items.ShouldAllBe(row => row.State == EntryState.Inherited && row.Layer == "nl");
        var plan = await host.GetAsync<Plan>(colleague, "/api/v1/plans/GM0363");
        plan.Hours.ShouldBe(["maandag tot en met vrijdag: van 9.00 tot 17.00 uur"]);
        plan.ServiceLevels.ShouldNotBeEmpty();
    }

    private static readonly Dictionary<string, IReadOnlyList<string>> Hours = new()
    {
        ["monday"] = ["09:00-17:00"],
        ["tuesday"] = ["09:00-17:00"],
        ["friday"] = ["09:00-12:30", "13:00-16:00"],
    };

    [Fact]
    public async Task Joining_makes_the_layer_in_one_step_and_only_once()
    {
        await host.PublishFolderAsync();
        var admin = host.AsPerson("ali", "Ali", "GM0034", "admin", "editor");
        var joining = new NewMembership("je", "14 036", "www.almere.nl", Hours, Follow: false, Share: true);
        (await host.RefusedAsync(HttpMethod.Post, host.As("GM0034", "webcare"), "/api/v1/memberships", joining)).Status.ShouldBe(403);
        (await host.RefusedAsync(HttpMethod.Post, host.As("GM9999", "admin"), "/api/v1/memberships", joining)).Detail.ShouldContain(
            "register"
        );
        var wrong = joining with { Hours = new Dictionary<string, IReadOnlyList<string>> { ["monday"] = ["17:00-09:00"] } };
        (await host.RefusedAsync(HttpMethod.Post, admin, "/api/v1/memberships", wrong)).Detail.ShouldContain("layer.yaml");

        var release = await host.SendAsync<Release>(HttpMethod.Post, admin, "/api/v1/memberships", joining);
        (release.Layer, release.Number, release.Notes).ShouldBe(("GM0034", 1, "Gemeente Almere sluit aan."));
        var files = (await host.GetAsync<ReleaseContent>(admin, "/api/v1/releases/GM0034/1")).Files;
        files["adoption.yaml"].ShouldEndWith("adoption:\n  base: { nl: 1 }\n  share: [backtest]\n");
        files["layer.yaml"]
            .ShouldContain(
                "openingstijden: \"van maandag en dinsdag van 9.00 tot 17.00 uur, op vrijdag van 9.00 tot 12.30 uur en van 13.00 tot 16.00 uur\""
            );
        (await host.RefusedAsync(HttpMethod.Post, admin, "/api/v1/memberships", joining)).Status.ShouldBe(409);

        var preview = (await host.SendAsync<Preview>(HttpMethod.Post, admin, "/api/v1/blueprint/previews", Bulky)).InForce;
        preview.Answer!.Text.ShouldEndWith("Groet, Ali, gemeente Almere");
        var plan = await host.GetAsync<Plan>(admin, "/api/v1/plans/GM0034");
        plan.Hours.ShouldBe(["maandag en dinsdag: van 9.00 tot 17.00 uur", "vrijdag: van 9.00 tot 12.30 uur en van 13.00 tot 16.00 uur"]);
        plan.Releases.Select(layer => (layer.Layer, layer.Release)).ShouldBe([("nl", 1), ("GM0034", 1)]);
    }

    [Fact]
    public async Task A_plan_tells_goals_and_what_is_different_and_is_nobody_elses()
    {
        await host.PublishFolderAsync();
        var editor = host.AsPerson("wybe", "Wybe", "GM0088", "editor");
        await host.SendAsync<Draft>(
            HttpMethod.Put,
            editor,
            "/api/v1/drafts/GM0088/entries/goals/snel",
            new SaveEntry(
                0,
                "id: snel\ntitle: Sneller antwoord\ntheme: webcare\ntext: Iedereen heeft dezelfde ochtend antwoord.\nby: 2027-07-01"
            )
        );
        await host.SendAsync<Release>(HttpMethod.Post, editor, "/api/v1/drafts/GM0088/publication", new PublishDraft(1, "Een doel."));
        var plan = await host.GetAsync<Plan>(editor, "/api/v1/plans/GM0088");
        plan.Goals.Single(goal => goal.Id == "snel")
            .ShouldBe(
                new PlanGoal(
                    "snel",
                    "Sneller antwoord",
                    "webcare",
                    "Iedereen heeft dezelfde ochtend antwoord.",
                    null,
                    "Gemeente Schiermonnikoog",
                    new DateOnly(2027, 7, 1)
                )
            );
        var webcare = plan.Themes.Single(theme => theme.Theme == "webcare");
        webcare.Deviating.ShouldContain(entry => entry.Id == "grofvuil" && entry.Reason == "Het eiland haalt grofvuil op vaste dagen op.");
        plan.ServiceLevels.ShouldContain(new PlanLevel("normaal", "Dezelfde ochtend een eerste antwoord", "binnen 3 uur"));
        (await host.RefusedAsync(HttpMethod.Get, editor, "/api/v1/plans/GM0193")).Status.ShouldBe(404);
    }
}
