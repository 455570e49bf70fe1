using System.Net;
using WebcareHub.Blueprint.Care;
using WebcareHub.Contracts.Api;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Tests.Care;

[Collection(nameof(Discussions))]
public sealed class SearchInVainTests(BlueprintHost host)
{
    private static readonly Answer Waste = new("afval", "Afval", "De container is donderdag leeg.", null, [], [], "nl");

    [Theory]
    [InlineData("Kerstboom inleveren", "kerstboom inleveren")]
    [InlineData("bel 06-12345678 terug", "bel [telefoonnummer] terug")]
    [InlineData("geboorte van Anna de Wit", "geboorte van [naam]")]
    [InlineData("06-12345678", null)]
    [InlineData("ke", null)]
    [InlineData("contáiner leeg", null)]
    public void Personal_data_is_masked_and_what_has_an_answer_is_not_kept(string words, string? kept) =>
        SearchInVain.Decide(words, [Waste]).ShouldBe(kept);

    [Fact]
    public async Task It_is_told_at_home_and_beyond_it_only_when_five_municipalities_searched_it()
    {
        await host.PublishFolderAsync();
        foreach (var municipality in new[] { "GM0014", "GM0034", "GM0037", "GM0047" })
        {
            await SearchAsync(municipality, "Vliegerverhuur");
        }

        await SearchAsync("GM0080", "alleen Leeuwarden zoekt dit");
        (await ReadAsync("GM0014", "all")).ShouldBeEmpty();
        await SearchAsync("GM0080", "vliegerverhuur");
        await SearchAsync("GM0080", "vliegerverhuur");

        (await ReadAsync("GM0080", "own"))
            .Select(item => (item.Words, item.Times))
            .ShouldBe([("vliegerverhuur", 2), ("alleen [naam] zoekt dit", 1)]);
        (await ReadAsync("GM0014", "own")).ShouldHaveSingleItem().Times.ShouldBe(1);
        (await ReadAsync("GM0014", "all")).ShouldBe([new SearchInVainCount("vliegerverhuur", 6, 5)]);
        using var file = await host.SendAsync(
            HttpMethod.Get,
            "/api/v1/searches-in-vain/file?scope=all&form=iso",
            host.Colleague("w", "GM0080", "webcare")
        );
        (await file.Content.ReadAsStringAsync()).ShouldBe("woorden,keer,gemeenten\r\nvliegerverhuur,6,5\r\n");
        using var refused = await host.PostAsync(
            host.Colleague("e", "GM0080", "editor"),
            "/api/v1/searches-in-vain",
            new SearchedInVain("x")
        );
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task SearchAsync(string municipality, string words)
    {
        using var kept = await host.PostAsync(
            host.Colleague("w", municipality, "webcare"),
            "/api/v1/searches-in-vain",
            new SearchedInVain(words)
        );
        kept.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    private async Task<IReadOnlyList<SearchInVainCount>> ReadAsync(string municipality, string scope) =>
        (
            await host.GetAsync<SearchesInVain>(host.Colleague("w", municipality, "webcare"), $"/api/v1/searches-in-vain?scope={scope}")
        ).Items;
}
