using WebcareHub.Contracts.Api;

namespace WebcareHub.Blueprint.Tests.Choosing;

/// <summary>Choices of municipalities and regions as the screens make them: each ends in a release of the own layer.</summary>
public sealed class ChoosingOverHttpTests(BlueprintHost host) : IClassFixture<BlueprintHost>
{
    [Fact]
    public async Task A_municipality_switches_off_returns_and_deviates_with_a_reason()
    {
        await host.PublishFolderAsync();
        var editor = host.AsPerson("femke", "Femke", "GM0072", "editor");
        var off = new NewChoice(ChoiceKind.Off, Section: "rules", Id: "nl.verwijs.snelweg", Reason: "Wij hebben \"geen\" snelweg.");
        (await Refused(editor, off with { Reason = " " })).Detail.ShouldContain("waarom");
        (await Refused(editor, off with { Id = "nl.privacy.bsn-openbaar" })).Detail.ShouldContain("geldt in elke gemeente");
        (await Refused(editor, off with { Layer = "GM0088" })).Status.ShouldBe(404);
        (await Refused(editor, off with { Layer = "wadden" })).Status.ShouldBe(404);
        var made = await Choose(editor, off);
        made.Release!.Notes.ShouldBe(made.Said);
        var entry = await host.GetAsync<BlueprintEntry>(editor, "/api/v1/blueprint/entries/rules/nl.verwijs.snelweg");
        entry.Entry.State.ShouldBe(EntryState.Off);
        entry.Layers[^1].Reason.ShouldBe("Wij hebben \"geen\" snelweg.");

        (await Choose(editor, new NewChoice(ChoiceKind.Return, Section: "rules", Id: "nl.verwijs.snelweg"))).Said.ShouldEndWith(
            "geldt weer zoals hierboven."
        );
        var deviate = await Choose(editor, new NewChoice(ChoiceKind.Deviate, Section: "answers", Id: "grofvuil", Reason: "Hier belt u."));
        deviate.Release.ShouldBeNull();
        deviate.Draft!.Changes.Single().After!.ShouldStartWith("adjust: grofvuil\nreason: \"Hier belt u.\"\n");
        var findings = await host.SendAsync<DraftFindings>(HttpMethod.Post, editor, "/api/v1/drafts/GM0072/validation");
        findings.Publishable.ShouldBeTrue();
    }

    [Fact]
    public async Task Who_stops_following_keeps_what_holds_today_and_chooses_from_then_on()
    {
        await host.PublishFolderAsync();
        var editor = host.AsPerson("anna", "Anna", "GM0193", "editor");
        (await host.GetAsync<Offers>(editor, "/api/v1/offers")).Pinned.ShouldBeFalse();
        (await Choose(editor, new NewChoice(ChoiceKind.Follow, Theme: "webcare"))).Release.ShouldBeNull();
        await Choose(editor, new NewChoice(ChoiceKind.Unfollow, Theme: "webcare"));
        var offers = await host.GetAsync<Offers>(editor, "/api/v1/offers");
        offers.Pinned.ShouldBeTrue();
        offers.Follow.ShouldBe(["monitoring", "woordvoering"]);
        offers.Items.ShouldBeEmpty();
        (await Refused(editor, new NewChoice(ChoiceKind.Unfollow, Theme: "sport"))).Detail.ShouldContain(
            "monitoring, webcare, woordvoering"
        );
    }

    [Fact]
    public async Task An_own_entry_travels_only_when_its_municipality_shares_and_says_where_it_comes_from()
    {
        await host.PublishFolderAsync();
        var (zwolle, island) = (host.AsPerson("anna", "Anna", "GM0193", "editor"), host.AsPerson("fenna", "Fenna", "GM0088", "editor"));
        var take = new NewChoice(ChoiceKind.TakeOver, Section: "rules", Id: "zwolle.evenement.druk", From: "GM0193");
        (await Refused(island, take)).Status.ShouldBe(404);
        (await host.GetAsync<SharedEntries>(island, "/api/v1/shared-entries")).Items.ShouldBeEmpty();
        await Choose(zwolle, new NewChoice(ChoiceKind.Share, What: "entries"));
        (await host.GetAsync<SharedEntries>(island, "/api/v1/shared-entries?section=rules&words=evenement"))
            .Items.Single()
            .Id.ShouldBe(take.Id);
        (await Choose(island, take)).Said.ShouldBe(
            "Overgenomen van gemeente Zwolle: 'Rond grote evenementen houden we meldingen bij elkaar'."
        );
        var entry = await host.GetAsync<BlueprintEntry>(island, "/api/v1/blueprint/entries/rules/zwolle.evenement.druk");
        entry.Entry.State.ShouldBe(EntryState.Own);
        entry.Layers[^1].Origin.ShouldBe("GM0193");
        entry.Entry.Owner.ShouldBe("Gemeente Schiermonnikoog");
        (await Refused(island, take)).Status.ShouldBe(409);
    }

    [Fact]
    public async Task A_new_entry_is_offered_put_off_and_taken_over_and_drift_tells_the_words()
    {
        await host.PublishFolderAsync();
        var (editor, team) = (host.AsPerson("joke", "Joke", "GM0363", "editor", "admin"), host.As("GM0363", "operator"));
        await host.SendAsync<Release>(HttpMethod.Post, editor, "/api/v1/memberships", new NewMembership("u", Follow: false));
        var entry = "id: proef-nieuw\ntitle: Een nieuw antwoord\nowner: Team\ntext: Dit is nieuw.";
        var release = await Add(team, entry);

        var offer = (await host.GetAsync<Offers>(editor, "/api/v1/offers")).Items.Single(each => each.Id == "proef-nieuw");
        (offer.Kind, offer.Release, offer.Notes, offer.Text).ShouldBe(("new", release.Number, "Een antwoord erbij.", entry));
        await Shows(editor, EntryState.Offered);
        await Choose(editor, new NewChoice(ChoiceKind.Defer, Section: "answers", Id: "proef-nieuw", Reason: "Na de zomer."));
        (await host.GetAsync<Offers>(editor, "/api/v1/offers"))
            .Items.Single(each => each.Id == "proef-nieuw")
            .Deferred.ShouldBe("Na de zomer.");
        (
            await Refused(editor, new NewChoice(ChoiceKind.Adopt, Section: "answers", Id: "proef-nieuw", Release: release.Number - 1))
        ).Status.ShouldBe(409);
        var made = await Choose(editor, new NewChoice(ChoiceKind.Adopt, Section: "answers", Id: "proef-nieuw", Release: release.Number));
        made.Said.ShouldBe($"Overgenomen: 'Een nieuw antwoord' (landelijk, versie {release.Number}).");
        await Shows(editor, EntryState.Adopted);
        (await host.GetAsync<Offers>(editor, "/api/v1/offers")).Items.ShouldNotContain(each => each.Id == "proef-nieuw");

        await Choose(editor, new NewChoice(ChoiceKind.Off, Section: "answers", Id: "proef-nieuw", Reason: "Toch niet."));
        var drift = (await host.GetAsync<DriftView>(editor, "/api/v1/drift")).Items.Single(row => row.Entry.Id == "proef-nieuw");
        drift.Drift.Reason.ShouldBe("Toch niet.");
    }

    private async Task<Release> Add(string team, string entry)
    {
        const string Drafts = "/api/v1/drafts/nl";
        var draft = await host.GetAsync<Draft>(team, Drafts);
        SaveEntry save = new(draft.Version, entry);
        draft = await host.SendAsync<Draft>(HttpMethod.Put, team, $"{Drafts}/entries/answers/proef-nieuw", save);
        PublishDraft publish = new(draft.Version, "Een antwoord erbij.");
        return await host.SendAsync<Release>(HttpMethod.Post, team, $"{Drafts}/publication", publish);
    }

    [Fact]
    public async Task A_region_chooses_through_its_team()
    {
        await host.PublishFolderAsync();
        var member = host.AsPerson("tjerk", "Tjerk", "GM0072", "webcare");
        var off = new NewChoice(ChoiceKind.Off, "wadden", "rules", "nl.verwijs.snelweg", Reason: "De eilanden hebben geen snelweg.");
        (await Refused(member, off)).Status.ShouldBe(404);
        await host.SendAsync<TeamMember>(
            HttpMethod.Put,
            host.As("GM0363", "operator"),
            "/api/v1/teams/wadden/members/GM0072/tjerk",
            new NameMember("Tjerk", TeamRole.Editor)
        );
        (await Choose(member, off)).Release!.Layer.ShouldBe("wadden");
        (await host.GetAsync<Offers>(member, "/api/v1/offers?layer=wadden")).MayChoose.ShouldBeTrue();
        (await host.RefusedAsync(HttpMethod.Get, member, "/api/v1/offers?layer=GM0088")).Status.ShouldBe(404);
        (await host.RefusedAsync(HttpMethod.Get, member, "/api/v1/drift?layer=GM0088")).Status.ShouldBe(404);
    }

    private async Task Shows(string token, EntryState state) =>
        (await host.GetAsync<BlueprintEntry>(token, "/api/v1/blueprint/entries/answers/proef-nieuw")).ShouldSatisfyAllConditions(
            entry => entry.Entry.State.ShouldBe(state),
            entry => entry.Explanation.ShouldNotBeEmpty()
        );

    private Task<ChoiceMade> Choose(string token, NewChoice choice) =>
        host.SendAsync<ChoiceMade>(HttpMethod.Post, token, "/api/v1/choices", choice);

    private Task<(int Status, string Detail)> Refused(string token, NewChoice choice) =>
        host.RefusedAsync(HttpMethod.Post, token, "/api/v1/choices", choice);
}
