using WebcareHub.Contracts.Api;

namespace WebcareHub.Blueprint.Tests.Drafting;

/// <summary>Editing a layer as the screens do: a draft on the server that ends in an ordinary release.</summary>
public sealed class DraftingOverHttpTests(BlueprintHost host) : IClassFixture<BlueprintHost>
{
    private const string Answer = "adjust: grofvuil\nreason: Omdat het anders is.\ntext: |\n  Bel ons.";

    [Fact]
    public async Task A_draft_survives_and_is_the_persons_own_until_it_is_published()
    {
        await host.PublishFolderAsync();
        var femke = host.AsPerson("femke", "Femke de Boer", "GM0088", "editor");
        var draft = await Edit(femke, "GM0088", 0, "grofvuil", Answer);
        draft.Version.ShouldBe(1);
        draft.Changes.Single().Before!.ShouldStartWith("adjust: grofvuil\nreason: Het eiland");
        (await host.GetAsync<Draft>(femke, "/api/v1/drafts/GM0088")).Changes.ShouldBe(draft.Changes);
        (await host.GetAsync<Drafts>(femke, "/api/v1/drafts")).Items.Single().Changes.ShouldBe(["'grofvuil' is gewijzigd."]);
        (await host.GetAsync<Draft>(host.AsPerson("wim", "Wim", "GM0088", "editor"), "/api/v1/drafts/GM0088")).Version.ShouldBe(0);

        var findings = await host.SendAsync<DraftFindings>(HttpMethod.Post, femke, "/api/v1/drafts/GM0088/validation");
        findings.Publishable.ShouldBeTrue();
        var release = await host.SendAsync<Release>(
            HttpMethod.Post,
            femke,
            "/api/v1/drafts/GM0088/publication",
            new PublishDraft(1, "Grofvuil gaat telefonisch.")
        );
        release.Number.ShouldBe(2);
        var content = await host.GetAsync<ReleaseContent>(femke, "/api/v1/releases/GM0088/2");
        content.Files["layer.yaml"].ShouldContain("  - adjust: grofvuil\n    reason: Omdat het anders is.\n    text: |\n      Bel ons.");
        content.Files["layer.yaml"].ShouldContain("# Schiermonnikoog: de kleinste gemeente van Nederland.");
        (await host.GetAsync<Drafts>(femke, "/api/v1/drafts")).Items.ShouldBeEmpty();
        var entry = await host.GetAsync<BlueprintEntry>(femke, "/api/v1/blueprint/entries/answers/grofvuil");
        entry.Layers[^1].SinceRelease.ShouldBe(2);
        entry.History[0].What.ShouldBe("Versie 2 wijzigde dit.");
    }

    [Fact]
    public async Task An_unfinished_text_is_kept_and_told_with_its_place()
    {
        await host.PublishFolderAsync();
        var editor = host.AsPerson("joris", "Joris", "GM0193", "editor");
        await Edit(editor, "GM0193", 0, "openingstijden", "adjust: openingstijden\nreason: Zo.\ntext: \"niet af");
        var findings = await host.SendAsync<DraftFindings>(HttpMethod.Post, editor, "/api/v1/drafts/GM0193/validation");
        findings.Publishable.ShouldBeFalse();
        findings.Items.ShouldContain(finding => finding.File == "layer.yaml" && finding.Line > 1 && finding.IsError);
        var refused = await host.RefusedAsync(HttpMethod.Post, editor, "/api/v1/drafts/GM0193/publication", new PublishDraft(1, "Proef"));
        refused.Status.ShouldBe(400);
        await Edit(editor, "GM0193", 1, "openingstijden", "adjust: openingstijden\nreason: Zo.\ntext: Af {onbekend}");
        findings = await host.SendAsync<DraftFindings>(HttpMethod.Post, editor, "/api/v1/drafts/GM0193/validation");
        findings.Items.ShouldContain(finding => finding.Entry == "openingstijden" && finding.Text.Contains("{onbekend}"));
        (
            await host.RefusedAsync(HttpMethod.Put, editor, "/api/v1/drafts/GM0193", new SaveDraft(1, new Dictionary<string, string?>()))
        ).Status.ShouldBe(409);
        using var gone = await host.SendAsync(HttpMethod.Delete, "/api/v1/drafts/GM0193", editor);
        (await host.GetAsync<Draft>(editor, "/api/v1/drafts/GM0193")).Version.ShouldBe(0);
    }

    [Fact]
    public async Task Of_two_people_who_publish_one_hears_of_the_other_and_goes_on_where_they_do_not_touch()
    {
        await host.PublishFolderAsync();
        var (one, two) = (host.AsPerson("een", "Anna", "GM0072", "editor"), host.AsPerson("twee", "Bea", "GM0072", "editor"));
        await Edit(one, "GM0072", 0, "harlingen-haven", "id: harlingen-haven\ntitle: Haven\ntopics: [harlingen.haven]\ntext: Een");
        await Edit(two, "GM0072", 0, "harlingen-veerparkeren", "id: harlingen-veerparkeren\ntitle: Boot\ntext: Twee");
        await host.SendAsync<Release>(HttpMethod.Post, one, "/api/v1/drafts/GM0072/publication", new PublishDraft(1, "De haven."));
        var (status, detail) = await host.RefusedAsync(
            HttpMethod.Post,
            two,
            "/api/v1/drafts/GM0072/publication",
            new PublishDraft(1, "De boot.")
        );
        status.ShouldBe(409);
        detail.ShouldContain("Anna publiceerde intussen versie 2: De haven.");
        var rebased = await host.SendAsync<RebasedDraft>(HttpMethod.Post, two, "/api/v1/drafts/GM0072/rebase");
        rebased.Conflicts.ShouldBeEmpty();
        rebased.Draft.After.ShouldBe(2);
        var release = await host.SendAsync<Release>(
            HttpMethod.Post,
            two,
            "/api/v1/drafts/GM0072/publication",
            new PublishDraft(2, "De boot.")
        );
        var files = (await host.GetAsync<ReleaseContent>(two, $"/api/v1/releases/GM0072/{release.Number}")).Files;
        files["layer.yaml"].ShouldContain("text: Een");
        files["layer.yaml"].ShouldContain("text: Twee");
    }

    [Fact]
    public async Task A_shared_layer_is_written_by_its_team_alone()
    {
        await host.PublishFolderAsync();
        var member = host.AsPerson("demi", "Demi", "GM0193", "webcare");
        (await host.RefusedAsync(HttpMethod.Get, member, "/api/v1/drafts/nl")).Status.ShouldBe(404);
        var named = new NameMember("Demi", TeamRole.Editor);
        (await host.RefusedAsync(HttpMethod.Put, member, "/api/v1/teams/nl/members/GM0193/demi", named)).Status.ShouldBe(403);
        var operators = host.As("GM0363", "operator");
        await host.SendAsync<TeamMember>(HttpMethod.Put, operators, "/api/v1/teams/nl/members/GM0193/demi", named);
        (await host.GetAsync<BlueprintTeam>(member, "/api/v1/teams/nl")).Members.Select(each => each.Name).ShouldContain("Demi");
        (await host.GetAsync<Draft>(member, "/api/v1/drafts/nl")).Version.ShouldBe(0);
        // The same name at another municipality is somebody else.
        (await host.RefusedAsync(HttpMethod.Get, host.AsPerson("demi", "Demi", "GM0088", "webcare"), "/api/v1/drafts/nl")).Status.ShouldBe(
            404
        );
        using var removed = await host.SendAsync(HttpMethod.Delete, "/api/v1/teams/nl/members/GM0193/demi", operators);
        (await host.RefusedAsync(HttpMethod.Get, member, "/api/v1/drafts/nl")).Status.ShouldBe(404);
    }

    private Task<Draft> Edit(string token, string layer, long version, string id, string text) =>
        host.SendAsync<Draft>(HttpMethod.Put, token, $"/api/v1/drafts/{layer}/entries/answers/{id}", new SaveEntry(version, text));
}
