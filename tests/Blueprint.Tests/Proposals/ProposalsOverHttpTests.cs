using System.Net;
using WebcareHub.Contracts.Api;

namespace WebcareHub.Blueprint.Tests.Proposals;

[Collection(nameof(Discussions))]
public sealed class ProposalsOverHttpTests(BlueprintHost host)
{
    private const string File = "proef-voorstel.yaml";

    [Fact]
    public async Task An_idea_becomes_a_proposal_a_second_person_accepts_it_and_the_release_thanks_everybody()
    {
        var (an, bo) = await TeamAsync("wadden");
        var idea = (await host.RaiseAsync(host.Colleague("gea", "GM0088", "webcare"), "wadden", "Veerboot", "Noem de boot.")).Idea.Id;
        var draft = await host.PostAsync<ProposalDetail>(an, "/api/v1/proposals", await FormAsync(an, "wadden", "veer", idea));
        var path = $"/api/v1/proposals/{draft.Proposal.Id}";

        draft.May.ShouldBe(["edit", "attach", "comment", "offer", "withdraw"]);
        (await host.GetAsync<IdeaDetail>(an, $"/api/v1/ideas/{idea}")).Idea.ProposalId.ShouldBe(draft.Proposal.Id);
        using var hidden = await host.SendAsync(HttpMethod.Get, path, host.Colleague("gea", "GM0088", "webcare"));
        hidden.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var changes = await host.GetAsync<ReleaseChanges>(an, $"{path}/changes");
        changes.Entries.ShouldContain(change => change.Id == "proef.wadden" && change.Change == "added");

        var counts = new Dictionary<string, long> { ["gesprekken die anders lopen"] = 12 };
        await host.PostAsync<ProposalDetail>(an, $"{path}/evidence", new NewEvidence("Proef", Guid.NewGuid(), counts));
        await host.PostAsync<ProposalDetail>(an, $"{path}/offer");
        using var alone = await host.PostAsync(an, $"{path}/accept");
        (await alone.DetailAsync()).ShouldBe("U schreef dit voorstel zelf. Een tweede persoon van het team neemt het aan.");
        await host.PostAsync<ProposalDetail>(bo, $"{path}/accept");
        var released = await host.PostAsync<ProposalDetail>(an, $"{path}/release", new ReleaseProposals("Over de veerboot"));

        released.Proposal.Status.ShouldBe(ProposalStatus.Released);
        var release = (await host.GetAsync<Releases>(an, "/api/v1/releases?layer=wadden")).Items[0];
        release.Number.ShouldBe(released.Proposal.Release!.Value);
        release.Proposals.ShouldHaveSingleItem().Credits.ShouldBe(["gea (GM0088)", "an (GM0088)"]);
        (await host.GetAsync<ReleaseContent>(an, $"/api/v1/releases/wadden/{release.Number}")).Files[File].ShouldContain("veer");
        (await host.GetAsync<IdeaDetail>(an, $"/api/v1/ideas/{idea}")).ShouldSatisfyAllConditions(
            realised => realised.Idea.Status.ShouldBe(IdeaStatus.Realised),
            realised => realised.Release.ShouldBe(release.Number)
        );
    }

    [Fact]
    public async Task A_proposal_on_a_layer_that_moved_on_is_a_conflict_until_it_is_revised()
    {
        var (an, bo) = await TeamAsync("ijsselland");
        var first = await AcceptedAsync(an, bo, await FormAsync(an, "ijsselland", "een"));
        var second = await AcceptedAsync(an, bo, await FormAsync(an, "ijsselland", "twee"));
        await host.PostAsync<ProposalDetail>(an, $"/api/v1/proposals/{first}/release");

        (await host.GetAsync<ProposalPage>(bo, "/api/v1/proposals?layer=ijsselland&status=released")).Items.ShouldContain(one =>
            one.Id == first
        );
        using var late = await host.PostAsync(an, $"/api/v1/proposals/{second}/release");
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await late.DetailAsync()).ShouldContain(File);
        (await host.GetAsync<ProposalDetail>(bo, $"/api/v1/proposals/{second}")).Conflicts.ShouldBe([File]);

        var anew = await FormAsync(an, "ijsselland", "twee en een");
        var revised = await host.SendAsync<ProposalDetail>(HttpMethod.Put, an, $"/api/v1/proposals/{second}", anew);
        revised.ShouldSatisfyAllConditions(
            () => revised.Proposal.Status.ShouldBe(ProposalStatus.Draft),
            () => revised.Conflicts.ShouldBeEmpty(),
            () => revised.AcceptedBy.ShouldBeNull()
        );
    }

    [Fact]
    public async Task A_release_names_no_proposal_that_was_not_accepted_or_is_not_in_it()
    {
        var (an, bo) = await TeamAsync("nl");
        var form = await FormAsync(an, "nl", "los");
        var draft = (await host.PostAsync<ProposalDetail>(an, "/api/v1/proposals", form)).Proposal.Id;
        var accepted = await AcceptedAsync(an, bo, form);
        var files = (await host.GetAsync<ReleaseContent>(an, $"/api/v1/releases/nl/{form.Base}")).Files;

        using var early = await host.PostAsync(an, "/api/v1/releases", Offer(files, draft));
        (await early.DetailAsync()).ShouldBe("Het voorstel 'los' is niet aangenomen.");
        using var without = await host.PostAsync(an, "/api/v1/releases", Offer(files, accepted));
        (await without.DetailAsync()).ShouldContain(File);
        (await host.GetAsync<ProposalDetail>(an, $"/api/v1/proposals/{accepted}")).Proposal.Status.ShouldBe(ProposalStatus.Accepted);

        NewRelease Offer(IReadOnlyDictionary<string, string> content, Guid proposal) =>
            new("nl", "Los", new Dictionary<string, string>(content) { ["los.md"] = "x" }, form.Base, [proposal]);
    }

    [Fact]
    public async Task A_faulty_proposal_is_not_offered_and_a_stranger_makes_none()
    {
        var (an, _) = await TeamAsync("nl");
        var form = await FormAsync(an, "nl", "fout");
        var faulty = form with { Changes = [new(File, "answers:\n  - { id: fout, titel: Fout, text: Hallo }\n")] };
        var draft = await host.PostAsync<ProposalDetail>(an, "/api/v1/proposals", faulty);

        using var offered = await host.PostAsync(an, $"/api/v1/proposals/{draft.Proposal.Id}/offer");
        (await offered.DetailAsync()).ShouldContain($"national/{File}:2");
        using var stranger = await host.PostAsync(host.Colleague("hans", "GM0072", "editor"), "/api/v1/proposals", form);
        stranger.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_own_layer_asks_a_second_person_once_there_is_one()
    {
        await host.PublishFolderAsync();
        var (een, twee) = (host.Colleague("een", "GM0193", "editor"), host.Colleague("twee", "GM0193", "editor"));
        await AcceptedAsync(een, een, await FormAsync(een, "GM0193", "alleen"));
        await AcceptedAsync(een, twee, await FormAsync(een, "GM0193", "samen"));
        var third = (await host.PostAsync<ProposalDetail>(een, "/api/v1/proposals", await FormAsync(een, "GM0193", "weer"))).Proposal.Id;
        await host.PostAsync<ProposalDetail>(een, $"/api/v1/proposals/{third}/offer");

        using var refused = await host.PostAsync(een, $"/api/v1/proposals/{third}/accept");
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        using var foreign = await host.SendAsync(HttpMethod.Get, $"/api/v1/proposals/{third}", host.Colleague("x", "GM0088", "editor"));
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_was_measured_after_a_release_stands_with_its_proposal()
    {
        var (an, bo) = await TeamAsync("ijsselland");
        var path = $"/api/v1/proposals/{await AcceptedAsync(an, bo, await FormAsync(an, "ijsselland", "gemeten"))}";
        var effect = new NewEffect("In de week na versie 2: 41 vragen.", new Dictionary<string, long> { ["Vragen, erna"] = 41 });
        using var early = await host.PostAsync(an, $"{path}/effect", effect);
        early.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await host.PostAsync<ProposalDetail>(an, $"{path}/release", new ReleaseProposals())).May.ShouldContain("effect");

        await host.PostAsync<ProposalDetail>(bo, $"{path}/effect", effect);

        var read = await host.GetAsync<ProposalDetail>(host.Colleague("lezer", "GM0193", "webcare"), path);
        (read.Effect!.Sentence, read.Effect.Counts["Vragen, erna"]).ShouldBe((effect.Sentence, 41));
        read.May.ShouldNotContain("effect");
    }

    /// <summary>Two people who write a shared layer.</summary>
    private async Task<(string An, string Bo)> TeamAsync(string layer)
    {
        await host.PublishFolderAsync();
        var keeper = host.Colleague("operator", "GM0088", "operator");
        foreach (var who in new[] { "an", "bo" })
        {
            var path = $"/api/v1/teams/{layer}/members/GM0088/{who}";
            await host.SendAsync<TeamMember>(HttpMethod.Put, keeper, path, new { name = who, role = "editor" });
        }

        return (host.Colleague("an", "GM0088", "editor"), host.Colleague("bo", "GM0088", "webcare"));
    }

    private async Task<Guid> AcceptedAsync(string by, string second, NewProposal form)
    {
        var id = (await host.PostAsync<ProposalDetail>(by, "/api/v1/proposals", form)).Proposal.Id;
        await host.PostAsync<ProposalDetail>(by, $"/api/v1/proposals/{id}/offer");
        await host.PostAsync<ProposalDetail>(second, $"/api/v1/proposals/{id}/accept");
        return id;
    }

    /// <summary>A proposal that adds a guideline in a file of its own, on the release in force.</summary>
    private async Task<NewProposal> FormAsync(string who, string layer, string title, params Guid[] ideas)
    {
        var last = (await host.GetAsync<Releases>(who, $"/api/v1/releases?layer={layer}")).Items[0].Number;
        var content = $$"""
            defaults: { owner: Proef, reviewOn: 2027-01-01 }
            guidelines:
              - { id: proef.{{layer.ToLowerInvariant()}}, title: Proef, theme: webcare, text: {{title}} }
            """;
        return new(layer, title, "Het helpt.", ideas, [new(File, content)], last);
    }
}
