using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using WebcareHub.Crisis.PublicPage;
using WebcareHub.Crisis.Tests.Speaking;

namespace WebcareHub.Crisis.Tests.PublicPage;

/// <summary>The page as a browser, a reader of screens and a bad line meet it.</summary>
public sealed partial class PageHtmlTests
{
    private const int OneBreath = 14 * 1024;
    private const string Hostile = "</p></title></style><script>alert(1)</script><img src=x onerror=\"alert('1')\"> & \u2028 'a'";

    public static TheoryData<string> Pages => ["calm", "crisis", "several", "stale", "unknown"];

    [Fact]
    public void What_people_wrote_is_text_and_never_markup()
    {
        var source = Some.Source(Some.Flood with { Title = Hostile }, Some.Rumour(Hostile, Hostile));
        source = source with
        {
            Towns = [.. source.Towns.Select(town => town with { Name = Hostile, Telephone = Hostile, Website = "javascript:alert(1)" })],
            Crises =
            [
                source.Crises[0] with
                {
                    Actions = [Hostile],
                    Messages = [.. source.Crises[0].Messages.Select(each => each with { Title = Hostile, Text = Hostile })],
                },
            ],
        };

        var page = Parsed(PageHtml.Of(Some.Of(source), Given.Now));

        page.Descendants("script").ShouldBeEmpty();
        page.Descendants("img").ShouldBeEmpty();
        page.Descendants().Attributes().Where(each => each.Name.LocalName.StartsWith("on", StringComparison.Ordinal)).ShouldBeEmpty();
        page.Descendants("a").Select(link => (string?)link.Attribute("href")).ShouldBe(["#inhoud"]);
        page.Descendants("h3").Single().Value.ShouldBe(Hostile);
        page.Descendants("dt").Single().Value.ShouldBe(Hostile);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_can_be_read_by_everybody(string which)
    {
        var page = Parsed(Html(which));

        ((string?)page.Root!.Attribute("lang")).ShouldBe("nl");
        page.Descendants("title").Single().Value.ShouldNotBeNullOrWhiteSpace();
        page.Descendants("main").Count().ShouldBe(1);
        page.Descendants("h1").Count().ShouldBe(1);
        int[] levels = [.. Levels(page)];
        levels.Skip(1).Zip(levels).ShouldAllBe(pair => pair.First <= pair.Second + 1);
        page.Descendants("meta").Attributes("content").Single().Value.ShouldNotContain("maximum-scale");
        page.Descendants("a").ShouldAllBe(link => link.Value.Length > 0);
        var ids = page.Descendants().Attributes("id").Select(id => id.Value).ToList();
        ids.Distinct().Count().ShouldBe(ids.Count);
        page.Descendants("a")
            .Attributes("href")
            .Where(href => href.Value[0] == '#')
            .ShouldAllBe(href => ids.Contains(href.Value.Substring(1)));
        page.Descendants()
            .Where(each => each.Name.LocalName is "p" or "li" or "dt" or "dd" or "h2" or "h3")
            .ShouldAllBe(each => each.Value.Trim().Length > 0);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_is_one_answer_that_fits_in_one_breath(string which)
    {
        var html = Html(which);

        Encoding.UTF8.GetByteCount(html).ShouldBeLessThan(OneBreath);
        var page = Parsed(html);
        page.Descendants()
            .Where(each => each.Name.LocalName is "script" or "link" or "img" or "iframe" or "form" or "object" or "svg")
            .ShouldBeEmpty();
        page.Descendants().Attributes("style").ShouldBeEmpty();
        page.Descendants("style").Single().Value.ShouldNotContain("url(");
    }

    [Theory]
    [InlineData(PageStyle.Light)]
    [InlineData(PageStyle.Dark)]
    public void Its_colours_read_well_by_day_and_by_night(string tokens)
    {
        var colours = Token().Matches(tokens).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        string[] grounds = ["document-background-color", "alert-warning-background-color", "spotlight-section-background-color"];

        foreach (var ground in grounds)
        {
            Face.Contrast(colours["document-color"], colours[ground]).ShouldBeGreaterThan(7);
            Face.Contrast(colours["paragraph-small-color"], colours[ground]).ShouldBeGreaterThan(4.5);
            Face.Contrast(colours["link-color"], colours[ground]).ShouldBeGreaterThan(4.5);
        }
        Face.Contrast(colours["focus-outline-color"], colours["document-background-color"]).ShouldBeGreaterThan(3);
        Face.Contrast(colours["alert-warning-border-color"], colours["alert-warning-background-color"]).ShouldBeGreaterThan(3);
    }

    [Fact]
    public void Whatever_colour_a_municipality_has_the_words_on_it_can_be_read()
    {
        for (var value = 0; value < 0x1000000; value += 4_097)
        {
            var colour = $"#{value:x6}";
            Face.Contrast(colour, Face.Ink(colour)).ShouldBeGreaterThan(4.5, colour);
        }

        Face.Read("#005E4D").ShouldBe("#005e4d");
        Face.Read("red;}body{display:none").ShouldBeNull();
        Html("crisis").ShouldContain("--utrecht-page-header-background-color:#005e4d");
    }

    [Fact]
    public void The_only_style_it_allows_is_its_own()
    {
        var (one, other) = (ServedPage.Of(Html("crisis")), ServedPage.Of(Html("unknown")));

        one.StyleHash.ShouldStartWith("'sha256-");
        one.StyleHash.ShouldNotBe(other.StyleHash);
        one.Tag.ShouldNotBe(one.GzipTag);
        one.Gzip.Length.ShouldBeLessThan(one.Plain.Length / 2);
    }

    private static string Html(string which)
    {
        var flood = Some.Source(
            Some.Flood,
            [.. Enumerable.Range(1, 6).Select(n => Some.Rumour($"Gerucht {n}", "Nee, dit is niet zo. De dijk houdt."))]
        );
        return which switch
        {
            "unknown" => PageHtml.Unknown(Given.Now),
            "calm" => PageHtml.Of(Some.Of(flood, "GM0193"), Given.Now),
            "several" => PageHtml.Of(Some.Of(Several(flood)), Given.Now),
            _ => PageHtml.Of(Some.Of(flood, isStale: which == "stale"), Given.Now),
        };
    }

    private static PageSource Several(PageSource source) =>
        source with
        {
            Crises =
            [
                source.Crises[0] with
                {
                    Messages = [.. Enumerable.Repeat(source.Crises[0].Messages[0], 5)],
                },
                source.Crises[0] with
                {
                    Title = "Stroomuitval",
                    Messages = [],
                    NextUpdate = null,
                },
            ],
        };

    private static IEnumerable<int> Levels(XDocument page) =>
        page.Descendants()
            .Select(each => Heading().Match(each.Name.LocalName))
            .Where(match => match.Success)
            .Select(match => match.Value[1] - '0');

    /// <summary>What is written is well-formed XML as well, so that a parser of the platform tells what stands where.</summary>
    private static XDocument Parsed(string html) => XDocument.Parse(html["<!DOCTYPE html>".Length..]);

    [GeneratedRegex("^h[1-6]$")]
    private static partial Regex Heading();

    [GeneratedRegex("--utrecht-([a-z-]+):(#[0-9a-f]{6})")]
    private static partial Regex Token();
}
