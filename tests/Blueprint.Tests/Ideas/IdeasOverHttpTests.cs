using System.Net;
using WebcareHub.Blueprint.Ideas;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Tests.Ideas;

[Collection(nameof(Discussions))]
public sealed class IdeasOverHttpTests(BlueprintHost host)
{
    [Fact]
    public async Task An_idea_is_raised_discussed_voted_for_and_found_by_its_words()
    {
        await host.PublishFolderAsync();
        var (an, bo) = (host.Colleague("an", "GM0088", "webcare"), host.Colleague("bo", "GM0072", "webcare"));
        var raised = await host.RaiseAsync(an, "nl", "Kliko na storm", "Zeg wat iemand met een omgewaaide kliko doet.");
        raised.Idea.ShouldSatisfyAllConditions(() => raised.Idea.Mine.ShouldBeTrue(), () => raised.May.ShouldContain("withdraw"));
        var path = $"/api/v1/ideas/{raised.Idea.Id}";

        await Task.WhenAll(
            Enumerable.Range(0, 6).Select(n => host.PostAsync<IdeaDetail>(an, $"{path}/comments", new NewComment($"Reactie {n}")))
        );
        await host.SendAsync<IdeaDetail>(HttpMethod.Put, bo, $"{path}/vote");
        var twice = await host.SendAsync<IdeaDetail>(HttpMethod.Put, bo, $"{path}/vote");

        twice.ShouldSatisfyAllConditions(
            () => twice.Comments.Count.ShouldBe(6),
            () => twice.Idea.Votes.ShouldBe(1),
            () => twice.Idea.Voted.ShouldBeTrue(),
            () => twice.May.ShouldNotContain("withdraw")
        );
        var found = await host.PostAsync<IdeaPage>(bo, "/api/v1/ideas/_search", new IdeaSearch("KLIKO storm"));
        found
            .Items.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                idea => idea.Voted.ShouldBeTrue(),
                idea => idea.Mine.ShouldBeFalse(),
                idea => idea.Comments.ShouldBe(6)
            );
        (await host.PostAsync<IdeaPage>(bo, "/api/v1/ideas/_search", new IdeaSearch("kliko 100%"))).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_conversation_an_idea_came_from_is_seen_at_home_alone()
    {
        await host.PublishFolderAsync();
        var conversation = await host.ConversationAsync("GM0088");
        var (home, other) = (host.Colleague("cor", "GM0088", "webcare"), host.Colleague("dirk", "GM0072", "operator", "editor"));
        var raised = await host.RaiseAsync(home, "nl", "Veerdienst", "Noem de vertrektijden.", conversation);

        raised.ConversationId.ShouldBe(conversation);
        (await host.GetAsync<IdeaDetail>(home, $"/api/v1/ideas/{raised.Idea.Id}")).ConversationId.ShouldBe(conversation);
        using var seen = await host.SendAsync(HttpMethod.Get, $"/api/v1/ideas/{raised.Idea.Id}", other);
        seen.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await seen.Content.ReadAsStringAsync()).ShouldNotContain(conversation.ToString());
        const string shared = """
            select (select count(*) from events.mt_events where tenant_id = 'nl' and data::text like $1)
                + (select count(*) from blueprint.ideas where tenant_id = 'nl' and shown::text like $1)
            """;
        (await host.PostgresAsync<long>(shared, $"%{conversation}%")).ShouldBe(0);

        using var foreign = await host.PostAsync(other, "/api/v1/ideas", new NewIdea("nl", null, null, "Idee", "Uitleg", conversation));
        (await foreign.DetailAsync()).ShouldBe("Dit gesprek bestaat niet in uw gemeente.");
    }

    [Fact]
    public async Task An_idea_on_the_own_layer_stays_at_home_even_for_an_operator()
    {
        await host.PublishFolderAsync();
        var (home, other) = (host.Colleague("els", "GM0088", "webcare"), host.Colleague("fem", "GM0072", "operator"));
        var raised = await host.RaiseAsync(home, "GM0088", "Eilandbus", "Onze bus rijdt anders in de winter.");
        var path = $"/api/v1/ideas/{raised.Idea.Id}";

        using var shown = await host.SendAsync(HttpMethod.Get, path, other);
        using var said = await host.PostAsync(other, $"{path}/comments", new NewComment("Hallo"));
        using var elsewhere = await host.PostAsync(other, "/api/v1/ideas", new NewIdea("GM0088", null, null, "Idee", "Uitleg"));
        new[] { shown, said, elsewhere }.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.NotFound);
        (await host.GetAsync<IdeaPage>(other, "/api/v1/ideas?layer=GM0088")).Items.ShouldBeEmpty();
        (await host.GetAsync<IdeaPage>(home, "/api/v1/ideas?layer=GM0088")).Items.ShouldContain(idea => idea.Id == raised.Idea.Id);
    }

    [Fact]
    public async Task Pages_follow_one_another_without_a_gap_or_a_double()
    {
        await host.PublishFolderAsync();
        var gea = host.Colleague("gea", "GM0193", "webcare");
        var raised = new List<Guid>();
        for (var n = 0; n < 5; n++)
        {
            raised.Add((await host.RaiseAsync(gea, "GM0193", $"Idee {n}", "Uitleg")).Idea.Id);
        }

        var (found, after) = (new List<Guid>(), "");
        do
        {
            var page = await host.GetAsync<IdeaPage>(gea, $"/api/v1/ideas?layer=GM0193&mine=true&limit=2&after={after}");
            found.AddRange(page.Items.Select(idea => idea.Id));
            after = page.Next;
        } while (after is not null);

        found.ShouldBe(Enumerable.Reverse(raised));
        using var wrong = await host.SendAsync(HttpMethod.Get, "/api/v1/ideas?after=onzin", gea);
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Success_formulas_are_listed_with_whose_success_they_are()
    {
        await host.PublishFolderAsync();
        var hans = host.Colleague("hans", "GM0193", "webcare");
        var idea = (await host.RaiseAsync(hans, "nl", "Foto terug", "Stuur een foto als de tegel ligt.")).Idea;
        var step = new NewFormulaStep(FormulaStage.Recognised, "gemeente Utrecht");
        var after = await host.PostAsync<IdeaDetail>(hans, $"/api/v1/ideas/{idea.Id}/formula", step);

        after.FormulaSteps.ShouldHaveSingleItem().By.ShouldBe("hans");
        var listed = await host.GetAsync<FormulaPage>(host.Colleague("ina", "GM0088"), "/api/v1/formulas?stage=recognised");
        listed.Items.Single(formula => formula.IdeaId == idea.Id).Source.ShouldBe("gemeente Utrecht");
        (await host.GetAsync<FormulaPage>(hans, "/api/v1/formulas?stage=copied")).Items.ShouldNotContain(formula =>
            formula.IdeaId == idea.Id
        );
    }

    [Fact]
    public async Task Taking_an_entry_over_counts_as_a_copy_of_the_formulas_about_it()
    {
        await host.PublishFolderAsync();
        var keeper = host.Colleague("keeper", "GM0193", "operator", "editor");
        await host.PostAsync<ChoiceMade>(keeper, "/api/v1/choices", new NewChoice(ChoiceKind.Share, What: "entries"));
        var raised = new NewIdea("nl", "rules", Druk, "Meldingen bij elkaar houden", "Houd ze bij elkaar.");
        var path = $"/api/v1/ideas/{(await host.PostAsync<IdeaDetail>(keeper, "/api/v1/ideas", raised)).Idea.Id}";
        await host.PostAsync<IdeaDetail>(keeper, $"{path}/formula", new NewFormulaStep(FormulaStage.Recognised, "gemeente Zwolle"));

        await TakeOver("GM0072");
        (await host.GetAsync<IdeaDetail>(keeper, path)).FormulaSteps.Count.ShouldBe(1, "it was not judged yet");
        await host.PostAsync<IdeaDetail>(keeper, $"{path}/formula", new NewFormulaStep(FormulaStage.Inventoried));
        await host.PostAsync<IdeaDetail>(keeper, $"{path}/formula", new NewFormulaStep(FormulaStage.Qualified));
        await TakeOver("GM0088");
        var again = new Caller("kees", "kees", "GM0088", ["editor"]);
        await host.Service<CopyFormula>().RecordAsync(again, "rules", Druk, CancellationToken.None);

        var listed = await host.GetAsync<FormulaPage>(keeper, "/api/v1/formulas?stage=copied");
        listed.Items.Single(formula => formula.Entry == Druk).Copies.ShouldBe(1);
    }

    private async Task TakeOver(string municipality)
    {
        var take = new NewChoice(ChoiceKind.TakeOver, Section: "rules", Id: Druk, From: "GM0193");
        (
            await host.PostAsync<ChoiceMade>(host.Colleague("kees", municipality, "editor"), "/api/v1/choices", take)
        ).Release.ShouldNotBeNull();
    }

    private const string Druk = "zwolle.evenement.druk";
}
