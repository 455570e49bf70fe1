using System.Net;
using System.Text.Json;
using WebcareHub.Contracts.Api;

namespace WebcareHub.Blueprint.Tests.Publishing;

/// <summary>The routes as an editor's program uses them, on a real database and broker.</summary>
public sealed class PublishingOverHttpTests(BlueprintHost host) : IClassFixture<BlueprintHost>
{
    private const string Minimal = """
        layer: { title: Proef, kind: municipality }
        defaults: { owner: Proef, reviewOn: 2027-01-01 }
        answers:
          - { id: proef, title: Proef, text: "VERSIE" }
        """;

    [Fact]
    public async Task A_release_is_made_shown_and_made_only_once()
    {
        await host.PublishFolderAsync();
        var editor = host.As("GM0014", "editor");
        using var made = await host.PostAsync(editor, Offer("GM0014", "een"));
        made.StatusCode.ShouldBe(HttpStatusCode.Created, await made.Content.ReadAsStringAsync());
        var release = await Read<Release>(made);
        release.ShouldSatisfyAllConditions(
            () => release.Number.ShouldBe(1),
            () => release.By.ShouldBe("Jan Jansen"),
            () => made.Headers.Location!.ToString().ShouldBe("/api/v1/releases/GM0014/1")
        );

        using var again = await host.PostAsync(editor, Offer("GM0014", "een"));
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Read<Release>(again)).ShouldBe(release);

        var shown = await host.GetAsync<ReleaseContent>(editor, "/api/v1/releases/GM0014/1");
        shown.Files["layer.yaml"].ShouldContain("een");
        var list = await host.GetAsync<Releases>(editor, "/api/v1/releases?layer=GM0014");
        list.Items.ShouldBe([release]);
    }

    [Fact]
    public async Task An_editor_who_missed_a_release_hears_which_one()
    {
        await host.PublishFolderAsync();
        var editor = host.As("GM0034", "editor");
        (await host.PostAsync(editor, Offer("GM0034", "een"))).Dispose();
        (await host.PostAsync(editor, Offer("GM0034", "twee", 1))).Dispose();
        using var late = await host.PostAsync(editor, Offer("GM0034", "drie", 1));
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Detail(late)).ShouldContain("versie 2 van laag GM0034");
    }

    [Fact]
    public async Task Eight_editors_at_once_leave_one_row_of_releases_without_gaps()
    {
        await host.PublishFolderAsync();
        var editor = host.As("GM0037", "editor");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => host.PostAsync(editor, Offer("GM0037", $"tekst {n}", 0))));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBeInRange(1, 8);
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Created || answer.StatusCode == HttpStatusCode.Conflict);
        var list = await host.GetAsync<Releases>(editor, "/api/v1/releases?layer=GM0037");
        list.Items.Select(item => item.Number).Order().ShouldBe(Enumerable.Range(1, list.Items.Count));
    }

    [Fact]
    public async Task A_faulty_layer_is_refused_with_the_place_of_every_fault()
    {
        await host.PublishFolderAsync();
        using var refused = await host.PostAsync(
            host.As("GM0047", "editor"),
            new NewRelease(
                "GM0047",
                "Fout",
                new Dictionary<string, string>
                {
                    ["layer.yaml"] =
                        "layer: { title: Proef, kind: municipality }\nanswers:\n  - { id: proef, titel: Proef, text: Hallo }\n",
                }
            )
        );
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Detail(refused)).ShouldContain("municipalities/GM0047/layer.yaml:3");
    }

    [Theory]
    [InlineData("GM0088", "webcare", "GM0088", HttpStatusCode.Forbidden)]
    [InlineData("GM0088", "editor", "GM0072", HttpStatusCode.NotFound)]
    [InlineData("GM0088", "editor", "nl", HttpStatusCode.NotFound)]
    [InlineData("GM0088", "editor", "../nl", HttpStatusCode.BadRequest)]
    public async Task Nobody_writes_a_layer_that_is_not_theirs(string municipality, string role, string layer, HttpStatusCode expected)
    {
        using var answer = await host.PostAsync(host.As(municipality, role), Offer(layer, "een"));
        answer.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task What_is_shared_is_open_to_all_and_another_municipality_stays_closed()
    {
        await host.PublishFolderAsync();
        var reader = host.As("GM0072", "webcare");
        var layers = (await host.GetAsync<Releases>(reader, "/api/v1/releases")).Items.Select(item => item.Layer).Distinct();
        layers.Order(StringComparer.Ordinal).ShouldBe(["GM0072", "ijsselland", "nl", "wadden"]);
        using var foreign = await host.SendAsync(HttpMethod.Get, "/api/v1/releases/GM0088/1", reader);
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await host.GetAsync<Releases>(reader, "/api/v1/releases?layer=GM0088")).Items.ShouldBeEmpty();
        using var nobody = await host.SendAsync(HttpMethod.Get, "/api/v1/releases", null);
        nobody.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_register_names_every_municipality()
    {
        await host.PublishFolderAsync();
        var register = await host.GetAsync<Contracts.Api.Municipalities>(host.As("GM0072", "webcare"), "/api/v1/municipalities");
        register.Items.Count.ShouldBe(342);
        register.Items.Single(item => item.Code == "GM0088").ShouldBe(new("GM0088", "Schiermonnikoog", "Fryslân", "Fryslân", null, null));
    }

    private static NewRelease Offer(string layer, string version, int? after = null) =>
        new(layer, $"Proef met {version}", new Dictionary<string, string> { ["layer.yaml"] = Minimal.Replace("VERSIE", version) }, after);

    private static async Task<T> Read<T>(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<T>())!;

    private static async Task<string> Detail(HttpResponseMessage answer) =>
        (await Read<JsonElement>(answer)).GetProperty("detail").GetString()!;
}
