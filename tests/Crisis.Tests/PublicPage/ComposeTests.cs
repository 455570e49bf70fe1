using WebcareHub.Crisis.CoreMessages;
using WebcareHub.Crisis.PublicPage;
using WebcareHub.Crisis.Tests.Speaking;

namespace WebcareHub.Crisis.Tests.PublicPage;

public sealed class ComposeTests
{
    [Fact]
    public void A_municipality_reads_what_its_own_spokesperson_released_and_nothing_else()
    {
        var source = Some.Source(Some.Flood);

        Some.Of(source).Sections.Single().Known.Single().Text.ShouldStartWith("Het water in Schiermonnikoog stijgt.");
        Some.Of(source, "GM0072").Sections.Single().Known.ShouldBeEmpty();
        Some.Of(source, "GM0193").Sections.ShouldBeEmpty();
    }

    [Fact]
    public void An_exercise_is_never_public()
    {
        var exercise = Some.Flood with { Exercise = true };

        Some.Source(exercise).Crises.ShouldBeEmpty();
    }

    [Fact]
    public void A_crisis_that_was_asked_for_and_is_not_in_force_does_not_show() =>
        new PageSources(Given.Places, [], [Some.Flood], [], []).Source().Crises.ShouldBeEmpty();

    [Fact]
    public void What_no_longer_holds_leaves_the_page_and_the_page_says_when()
    {
        var source = Some.Source(Some.Flood);
        var after = Given.Now.AddHours(6);

        Compose.Next(source, Given.Now).ShouldBe(Given.Now.AddHours(1));
        Compose.Next(source, Given.Now.AddHours(1)).ShouldBe(after);
        Some.Of(source, at: after).Sections.Single().Known.ShouldBeEmpty();
        Some.Of(source, at: after).UpdatedAt.ShouldBe(after);
        Some.Of(source).UpdatedAt.ShouldBe(Given.Now);
    }

    [Fact]
    public void A_withdrawn_message_is_gone_from_every_page()
    {
        var later = Given.Coordinator() with { Now = Given.Now.AddMinutes(9) };
        var withdrawn = Some.Released.After(Withdraw.Decide(later, Some.Released, new("Het klopt niet.", null)));

        var page = Some.Of(Some.Source(Some.Flood, [withdrawn]), at: Given.Now.AddMinutes(10));

        page.Sections.Single().Known.ShouldBeEmpty();
        page.UpdatedAt.ShouldBe(later.Now);
    }

    [Fact]
    public void After_the_end_the_page_stays_two_weeks_and_says_so()
    {
        var ended = Some.Source(Some.Flood with { EndedAt = Given.Now.AddHours(2), NextUpdate = null });

        Html(ended, Given.Now.AddHours(3)).ShouldContain("Deze crisis is voorbij sinds 16:05 uur.");
        Html(ended, Given.Now.AddDays(15)).ShouldContain("Er is nu geen crisisbericht van gemeente Schiermonnikoog.");
    }

    [Fact]
    public void Without_the_database_the_page_says_it_cannot_be_brought_up_to_date()
    {
        PageHtml.Of(Some.Of(Some.Source(Some.Flood), isStale: true), Given.Now).ShouldContain("op dit moment niet bijwerken");
        Html(Some.Source(Some.Flood), Given.Now).ShouldContain("Deze pagina is bijgewerkt om 14:05 uur.");
    }

    [Theory]
    [InlineData("Schiermonnikoog", "schiermonnikoog")]
    [InlineData("Súdwest-Fryslân", "sudwest-fryslan")]
    [InlineData("'s-Hertogenbosch", "s-hertogenbosch")]
    [InlineData("Bergen (NH.)", "bergen-nh")]
    public void A_name_stands_in_an_address(string name, string slug) => Slug.Of(name).ShouldBe(slug);

    [Fact]
    public void A_page_is_found_by_name_and_by_code_in_any_case()
    {
        var pages = new Pages();
        pages.Show(Some.Source(Some.Flood), Given.Now, isStale: false);

        pages.Find("Schiermonnikoog").ShouldNotBeNull();
        pages.Find("gm0088").ShouldBeSameAs(pages.Find("schiermonnikoog"));
        pages.Find("atlantis").ShouldBeNull();
    }

    [Fact]
    public void What_did_not_change_stays_the_same_page()
    {
        var pages = new Pages();
        pages.Show(Some.Source(Some.Flood), Given.Now, isStale: false);
        var before = pages.Find("GM0088");

        pages.Show(Some.Source(Some.Flood), Given.Now.AddMinutes(5), isStale: false);

        pages.Find("GM0088").ShouldBeSameAs(before);
    }

    private static string Html(PageSource source, DateTimeOffset at) => PageHtml.Of(Some.Of(source, at: at), at);
}
