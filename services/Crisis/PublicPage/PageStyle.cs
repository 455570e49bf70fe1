namespace WebcareHub.Crisis.PublicPage;

/// <summary>
/// How the page looks: NL Design System tokens (those of the utrecht components) with values of their own, and rules that only use those. In one
/// piece with the page, so that one answer is all a phone on a bad line has to get.
/// </summary>
internal static class PageStyle
{
    private const string Common = "#154273";

    /// <param name="colour">The municipality's own; null for the common one.</param>
    internal static string Of(string? colour)
    {
        var face = colour ?? Common;
        return Light
            + $"--utrecht-page-header-background-color:{face};--utrecht-page-header-color:{Face.Ink(face)}}}"
            + $"@media (prefers-color-scheme:dark){{:root{{{Dark}}}}}"
            + Rules
            + Print;
    }

    internal const string Light =
        ":root{color-scheme:light dark;"
        + "--utrecht-document-font-family:system-ui,-apple-system,\"Segoe UI\",Roboto,\"Helvetica Neue\",Arial,sans-serif;"
        + "--utrecht-document-background-color:#ffffff;--utrecht-document-color:#16202e;--utrecht-paragraph-small-color:#4a5667;"
        + "--utrecht-link-color:#1d4f91;--utrecht-focus-outline-color:#16202e;--utrecht-separator-color:#6c7889;"
        + "--utrecht-alert-warning-background-color:#fff8df;--utrecht-alert-warning-border-color:#7a5b00;"
        + "--utrecht-spotlight-section-background-color:#f1f4f8;";

    internal const string Dark =
        "--utrecht-document-background-color:#1a212b;--utrecht-document-color:#eef2f7;--utrecht-paragraph-small-color:#b8c2cf;"
        + "--utrecht-link-color:#a9cbf5;--utrecht-focus-outline-color:#ffffff;--utrecht-separator-color:#8c99a9;"
        + "--utrecht-alert-warning-background-color:#3a3413;--utrecht-alert-warning-border-color:#d8b541;"
        + "--utrecht-spotlight-section-background-color:#242d39";

    private const string Rules =
        "*{box-sizing:border-box}"
        + "body{margin:0;background:var(--utrecht-document-background-color);color:var(--utrecht-document-color);"
        + "font:1.125rem/1.6 var(--utrecht-document-font-family);overflow-wrap:break-word}"
        + ".kop{background:var(--utrecht-page-header-background-color);color:var(--utrecht-page-header-color);font-weight:700}"
        + ".kop p,main,footer{max-width:42rem;margin:0 auto;padding:.75rem 1rem}"
        + "h1{font-size:1.75rem;line-height:1.25;margin:1rem 0 .5rem}h2{font-size:1.375rem;line-height:1.3;margin:2rem 0 .5rem}"
        + "h3{font-size:1.125rem;line-height:1.4;margin:1.25rem 0 .25rem}p,ul,dl{margin:0 0 1rem}ul{padding-inline-start:1.5rem}"
        + "li{margin-block-end:.25rem}dt{font-weight:700}dd{margin:0 0 1rem}"
        + "a{color:var(--utrecht-link-color);text-underline-offset:.15em}a:focus-visible,main:focus-visible{"
        + "outline:3px solid var(--utrecht-focus-outline-color);outline-offset:2px}"
        + ".stand{color:var(--utrecht-paragraph-small-color);font-size:1rem}.tekst{white-space:pre-line}"
        + ".let-op{background:var(--utrecht-alert-warning-background-color);border-inline-start:.375rem solid "
        + "var(--utrecht-alert-warning-border-color);padding:.75rem 1rem;margin:1rem 0}"
        + ".vak{background:var(--utrecht-spotlight-section-background-color);padding:.75rem 1rem}.vak>:last-child{margin-bottom:0}"
        + "footer{border-top:1px solid var(--utrecht-separator-color);margin-top:2rem}"
        + ".naar{position:absolute;inset-inline-start:-99rem}.naar:focus{position:static}";

    private const string Print =
        "@media print{:root{--utrecht-document-background-color:#ffffff;--utrecht-document-color:#000000;"
        + "--utrecht-paragraph-small-color:#000000;--utrecht-link-color:#000000}body{font-size:11pt}"
        + ".kop{background:none;color:#000000;border-bottom:2pt solid #000000}.naar{display:none}h2,h3{break-after:avoid}}";
}
