using WebcareHub.Contracts.Api;

namespace WebcareHub.Blueprint.Tests.Reading;

/// <summary>Looking around in the starting blueprint, as the screens do.</summary>
public sealed class ReadingOverHttpTests(BlueprintHost host) : IClassFixture<BlueprintHost>
{
    [Fact]
    public async Task A_colleague_finds_entries_by_theme_section_and_words_as_they_stand_at_home()
    {
        await host.PublishFolderAsync();
        var colleague = host.As("GM0088", "webcare");
        var all = await host.GetAsync<BlueprintEntries>(colleague, "/api/v1/blueprint/entries");
        all.Name.ShouldBe("Schiermonnikoog");
        State(all, "schier.auto").ShouldBe(EntryState.Own);
        State(all, "grofvuil").ShouldBe(EntryState.Deviates);
        State(all, "nl.verwijs.snelweg").ShouldBe(EntryState.Off);
        State(all, "wadden.veerboot").ShouldBe(EntryState.Inherited);
        all.Items.Single(row => row.Id == "bedreiging").Mandatory.ShouldBeTrue();
        all.Items.ShouldNotContain(row => row.Layer == "GM0193" || row.Layer == "GM0072" || row.Layer == "ijsselland");

        var found = await host.GetAsync<BlueprintEntries>(colleague, "/api/v1/blueprint/entries?section=answers&words=grofvuil%20eiland");
        found.Items.Select(row => row.Id).ShouldBe(["grofvuil"]);
        var press = await host.GetAsync<BlueprintEntries>(colleague, "/api/v1/blueprint/entries?theme=woordvoering");
        press.Items.ShouldAllBe(row => row.Theme == "woordvoering");
    }

    [Fact]
    public async Task An_entry_shows_its_layers_side_by_side_with_what_each_release_did()
    {
        await host.PublishFolderAsync();
        var editor = host.As("GM0088", "editor");
        var entry = await host.GetAsync<BlueprintEntry>(editor, "/api/v1/blueprint/entries/answers/grofvuil");
        entry
            .Layers.Select(layer => (layer.Layer, layer.Mode, layer.MayWrite))
            .ShouldBe([("nl", "add", false), ("wadden", null, false), ("GM0088", "adjust", true)]);
        var own = entry.Layers[^1];
        own.Text!.ShouldStartWith("adjust: grofvuil\nreason: Het eiland haalt grofvuil op vaste dagen op.\n");
        own.Reason.ShouldBe("Het eiland haalt grofvuil op vaste dagen op.");
        own.SinceRelease.ShouldBe(1);
        entry.Fields.Single(field => field.Name == "text").LayerName.ShouldBe("gemeente Schiermonnikoog");
        entry.Fields.Single(field => field.Name == "title").LayerName.ShouldBe("landelijk");
        entry.History.Select(release => release.What).ShouldBe(["Versie 1 paste dit aan.", "Versie 1 voegde dit toe."], ignoreOrder: true);
    }

    [Fact]
    public async Task Another_municipalitys_entry_is_not_there()
    {
        await host.PublishFolderAsync();
        (
            await host.RefusedAsync(HttpMethod.Get, host.As("GM0088", "webcare"), "/api/v1/blueprint/entries/answers/zwolle-binnenstad")
        ).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_pasted_message_shows_what_happens_now_and_what_a_draft_would_change()
    {
        await host.PublishFolderAsync();
        var editor = host.AsPerson("femke", "Femke de Boer", "GM0088", "editor");
        var asked = new NewPreview("Waar laat ik mijn grofvuil?", "whatsapp", At: new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        var now = await host.SendAsync<Preview>(HttpMethod.Post, editor, "/api/v1/blueprint/previews", asked);
        now.Candidate.ShouldBeNull();
        now.InForce.Answer!.Text.ShouldContain("een paar keer per jaar");
        now.InForce.Answer.Text.ShouldEndWith("Hartelijke groet van het eiland, Femke de Boer");
        now.InForce.Trace.ShouldNotBeEmpty();

        await host.SendAsync<Draft>(
            HttpMethod.Put,
            editor,
            "/api/v1/drafts/GM0088/entries/rules/schier.proef",
            new SaveEntry(0, "id: schier.proef\ntitle: Grofvuil is spoed\nwhen: { text: [grofvuil] }\nthen: { priority: urgent }")
        );
        var would = await host.SendAsync<Preview>(
            HttpMethod.Post,
            editor,
            "/api/v1/blueprint/previews",
            asked with
            {
                Of = new PreviewOf("GM0088"),
            }
        );
        would.Differences.ShouldContain("Prioriteit wordt: spoed. Nu is dat: normaal.");
        would.Candidate!.Trace.ShouldContain(sentence => sentence.Contains("'Grofvuil is spoed' (gemeente Schiermonnikoog)"));
    }

    [Theory]
    [InlineData("telex", null, 400)]
    [InlineData("whatsapp", "GM0193", 404)]
    public async Task A_preview_stays_within_what_exists_at_home(string channel, string? layer, int status)
    {
        await host.PublishFolderAsync();
        var asked = new NewPreview("Hallo", channel, Of: layer is null ? null : new PreviewOf(layer, 1));
        (await host.RefusedAsync(HttpMethod.Post, host.As("GM0088", "editor"), "/api/v1/blueprint/previews", asked)).Status.ShouldBe(
            status
        );
    }

    private static EntryState State(BlueprintEntries entries, string id) => entries.Items.Single(row => row.Id == id).State;
}
