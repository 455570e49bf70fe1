using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using WebcareHub.Crisis.Speaking;

namespace WebcareHub.Crisis.PublicPage;

/// <summary>A page as HTML: Dutch, without script, form or picture; every word that people wrote is escaped.</summary>
internal sealed class PageHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder _html = new(8_000);
    private readonly DateTimeOffset _now;

    private PageHtml(DateTimeOffset now) => _now = now;

    /// <summary>The page of a municipality.</summary>
    internal static string Of(Page page, DateTimeOffset now)
    {
        var html = new PageHtml(now);
        var crisis = page.Sections.Count == 0 ? null : page.Sections[0];
        html.Begin(
            crisis is null ? $"Crisisinformatie {page.Town.Name}" : $"{crisis.Title} in {page.Town.Name}",
            page.Town.Colour,
            $"Gemeente {page.Town.Name}"
        );
        html.Body(page, crisis);
        html.End(page.Town);
        return html._html.ToString();
    }

    /// <summary>For an address that names no municipality.</summary>
    internal static string Unknown(DateTimeOffset now)
    {
        var html = new PageHtml(now);
        html.Begin("Deze gemeente kennen wij niet", null, "Crisisinformatie");
        html.Paragraph(
            "Kijk of de naam van de gemeente goed in het adres staat. U kunt ook de code van de gemeente gebruiken, zoals GM0088."
        );
        html.Paragraph("Is iemand in gevaar? Bel 112.");
        html._html.Append("</main></body></html>\n");
        return html._html.ToString();
    }

    private void Begin(string title, string? colour, string sender)
    {
        Raw("<!DOCTYPE html>\n<html lang=\"nl\"><head><meta charset=\"utf-8\"/>");
        Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
        Element("title", title);
        Raw($"<style>{PageStyle.Of(colour)}</style></head><body>");
        Raw("<a class=\"naar\" href=\"#inhoud\">Naar de inhoud</a><header class=\"kop\">");
        Element("p", sender);
        Raw("</header><main id=\"inhoud\" tabindex=\"-1\">");
        Element("h1", title);
    }

    private void Body(Page page, PageSection? first)
    {
        if (page.IsStale)
            Raw("<p class=\"let-op\">Wij kunnen deze pagina op dit moment niet bijwerken. Er kan al meer bekend zijn.</p>");
        if (first is null)
            Paragraph(
                $"Er is nu geen crisisbericht van gemeente {page.Town.Name}. Is er een crisis, dan leest u hier wat er bekend is en wat u kunt doen."
            );
        foreach (var section in page.Sections)
        {
            if (section != first)
                Element("h2", section.Title);
            Section(section);
        }
        if (page.UpdatedAt is { } at)
            Raw($"<p class=\"stand\">Deze pagina is bijgewerkt om {Encoder.Encode(Clock.Moment(at, _now))} uur.</p>");
    }

    private void Section(PageSection section)
    {
        if (section.EndedAt is { } ended)
            Paragraph($"Deze crisis is voorbij sinds {Clock.Moment(ended, _now)} uur.");
        else
            Next(section);
        Known(section);
        Actions(section);
        Rumours(section);
    }

    private void Next(PageSection section) =>
        Raw(
            section.NextUpdate is { } next
                ? $"<p class=\"let-op\">Nieuwe informatie volgt uiterlijk om {Encoder.Encode(Clock.Moment(next, _now))} uur, op deze pagina.</p>"
                : "<p class=\"let-op\">Zodra wij meer weten, leest u het op deze pagina.</p>"
        );

    private void Known(PageSection section)
    {
        Element("h2", "Wat wij weten");
        if (section.Known.Count == 0)
            Paragraph(
                section.EndedAt is null
                    ? "Wij weten nog niet alles en zoeken uit wat er precies aan de hand is. Wij delen alleen wat zeker is."
                    : "Er zijn geen berichten meer die nu nog gelden."
            );
        foreach (var message in section.Known)
        {
            Element("h3", message.Title);
            Element("p", message.Text, "tekst");
            Element("p", Clock.StandOf(message.StandOf, _now), "stand");
        }
    }

    private void Actions(PageSection section)
    {
        if (section.Actions.Count == 0)
            return;
        Element("h2", "Wat u kunt doen");
        Raw("<ul class=\"vak\">");
        foreach (var action in section.Actions)
            Element("li", action);
        Raw("</ul>");
    }

    private void Rumours(PageSection section)
    {
        if (section.Rumours.Count == 0)
            return;
        Element("h2", "Klopt het dat …?");
        Raw("<dl>");
        foreach (var (claim, isTrue, answer) in section.Rumours)
        {
            Element("dt", claim);
            Raw("<dd class=\"tekst\"><strong>");
            Raw(isTrue ? "Dit klopt." : "Dit klopt niet.");
            Raw($"</strong> {Encoder.Encode(answer)}</dd>");
        }
        Raw("</dl>");
    }

    private void End(PageTown town)
    {
        Raw("</main><footer><p>Is iemand in gevaar? Bel 112.</p>");
        if (town.Telephone is { Length: > 0 } telephone)
            Paragraph($"Andere vragen? Bel de gemeente: {telephone}.");
        if (PageLink.Of(town.Website) is { } website)
            Raw($"<p><a href=\"{Encoder.Encode(website.AbsoluteUri)}\">{Encoder.Encode($"Website van gemeente {town.Name}")}</a></p>");
        Raw("</footer></body></html>\n");
    }

    private void Paragraph(string text) => Element("p", text);

    private void Element(string name, string text, string? style = null) =>
        Raw($"<{name}{(style is null ? "" : $" class=\"{style}\"")}>{Encoder.Encode(text)}</{name}>");

    private void Raw(string html) => _html.Append(html);
}
