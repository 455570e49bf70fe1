using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using WebcareHub.Ingest.Social.Mastodon.Reading;

namespace WebcareHub.Ingest.Social.Tests.Mastodon;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("<p>een</p><p>twee</p>", "een\n\ntwee")]
    [InlineData("een<br>twee<br />drie", "een\ntwee\ndrie")]
    [InlineData("<p>Jan &amp; Piet &lt;b&gt; &#39;t &eacute;&#x1F600;</p>", "Jan & Piet <b> 't é😀")]
    [InlineData("<ul><li>a</li><li>b</li></ul>", "- a\n- b")]
    [InlineData("<ol><li>a</li><li>b</li></ol>", "1. a\n2. b")]
    [InlineData("<p>veel   wit\n\n hier</p>", "veel wit hier")]
    [InlineData("<pre>a\nb</pre>", "a\nb")]
    [InlineData("3 < 4 en 5 > 2", "3 < 4 en 5 > 2")]
    [InlineData("<", "<")]
    [InlineData("<p>open", "open")]
    [InlineData("voor<script>alert(1)</script>na", "voorna")]
    [InlineData("voor<script>alert(1)", "voor")]
    [InlineData("<style>p{}</style>x<iframe src=\"y\">z</iframe>", "x")]
    [InlineData("<img src=x onerror=alert(1)>tekst", "tekst")]
    [InlineData("<!-- weg -->tekst", "tekst")]
    [InlineData("<p title=\"a > b\">tekst</p>", "tekst")]
    [InlineData("", "")]
    public void Markup_becomes_lines(string html, string text) => HtmlText.From(html).ShouldBe(text);

    [Theory]
    [InlineData(
        "<a href=\"https://www.utrecht.nl/afval/grofvuil\"><span class=\"invisible\">https://www.</span><span class=\"ellipsis\">utrecht.nl/afval</span><span class=\"invisible\">/grofvuil</span></a>",
        "https://www.utrecht.nl/afval/grofvuil"
    )]
    [InlineData("<a href=\"https://kwaad.example/x\">https://bank.nl</a>", "https://bank.nl (https://kwaad.example/x)")]
    [InlineData("<a href=\"https://a.nl/?b=1&amp;c=2\">hier</a>", "hier (https://a.nl/?b=1&c=2)")]
    [InlineData("<a href=\"javascript:alert(1)\">klik</a>", "klik")]
    [InlineData("<a href=\"data:text/html,x\">klik</a>", "klik")]
    [InlineData("<a href=\"mailto:info@a.nl\">info@a.nl</a>", "mailto:info@a.nl")]
    [InlineData("<a href='https://a.nl'></a>", "https://a.nl")]
    [InlineData(
        "<span class=\"h-card\"><a href=\"https://a.nl/@jan\" class=\"u-url mention\">@<span>jan</span></a></span> hoi",
        "@jan hoi"
    )]
    [InlineData("<a href=\"https://a.nl/tags/afval\" class=\"mention hashtag\">#<span>afval</span></a>", "#afval")]
    public void A_link_says_where_it_goes(string html, string text) => HtmlText.From(html).ShouldBe(text);

    [Fact]
    public void The_line_that_repeats_a_quote_is_left_out_when_the_quote_is_shown()
    {
        const string Html = "<p class=\"quote-inline\">RE: <a href=\"https://a.nl/1\">a.nl/1</a></p><p>eens</p>";
        HtmlText.From(Html, withoutQuote: true).ShouldBe("eens");
        HtmlText.From(Html).ShouldBe("RE: https://a.nl/1\n\neens");
    }

    [Fact]
    public void Whatever_it_is_given_it_gives_bounded_text() =>
        Prop.ForAll<string?>(html => HtmlText.From(html).Length <= 16_384).QuickCheckThrowOnFailure();

    [Fact]
    public void Pieces_of_markup_in_any_order_never_throw()
    {
        string[] pieces =
        [
            "<p>",
            "</p>",
            "<a href=\"",
            "\">",
            "</a>",
            "<script>",
            "'",
            "&#xD800;",
            "&amp;",
            "<",
            ">",
            "x",
            "\ud83d",
            "<li>",
            "\0",
        ];
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue).ToArbitrary(),
                seed =>
                {
                    var random = new Random(seed);
                    var html = string.Concat(Enumerable.Range(0, 60).Select(_ => pieces[random.Next(pieces.Length)]));
                    return HtmlText.From(html) is not null;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    [Theory]
    [InlineData("<div>", 500_000)]
    [InlineData("<a \"", 400_000)]
    [InlineData("<p title='", 400_000)]
    [InlineData("<a href=\"https://a.nl\">x", 200_000)]
    [InlineData("<script>", 200_000)]
    [InlineData("&lt;", 400_000)]
    [InlineData("😀", 500_000)]
    [InlineData("<ol><li>", 200_000)]
    public void A_bomb_takes_no_time_to_speak_of(string piece, int times)
    {
        var watch = Stopwatch.StartNew();
        HtmlText.From(string.Concat(Enumerable.Repeat(piece, times))).Length.ShouldBeLessThanOrEqualTo(16_384);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }
}
