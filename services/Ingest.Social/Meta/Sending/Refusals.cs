using WebcareHub.Channels.Sending;

namespace WebcareHub.Ingest.Social.Meta.Sending;

/// <summary>What is known to be impossible before the platform is called, and what to do instead.</summary>
internal static class Refusals
{
    /// <summary>Meta takes one private answer to a comment, until the seventh day.</summary>
    public static readonly TimeSpan PrivateReplies = TimeSpan.FromDays(7);

    public static SendResult.Final? OfHiding(Errand errand) =>
        errand switch
        {
            { Surface.Hide: null } => Final($"Op {errand.Surface.Name} is er niets te verbergen: alleen u en de inwoner zien dit.", "hide"),
            { Place.IsPublic: false } => Final("Dit bericht is niet openbaar. Er is niets te verbergen.", "hide"),
            { Place.Mention: true } => Final("Dit bericht staat niet bij uw gemeente. U kunt het daar niet verbergen.", "hide"),
            _ => null,
        };

    public static SendResult.Final? OfComment(Errand errand) =>
        errand switch
        {
            { Surface.PublicLimit: 0 } => Final($"{errand.Surface.Name} heeft geen openbare berichten.", "public"),
            { Place.IsPublic: false } => Final("Het is niet bekend onder welk bericht dit antwoord hoort.", "place"),
            { Place.Live: true } => Final("Onder een live-uitzending kunt u alleen privé antwoorden, zolang de uitzending duurt.", "live"),
            { Content.FileId: not null } => Final("Een bestand kan niet mee met een openbare reactie. Stuur het privé.", "file"),
            { Content.Text: null } => Final("Het antwoord is leeg. Er is niets verstuurd.", "empty"),
            _ => null,
        };

    /// <summary>A private answer to a public message.</summary>
    public static SendResult.Final? OfPrivateReply(Errand errand, DateTimeOffset now) =>
        errand switch
        {
            { Place.Mention: true } => Final("Bij een bericht van een ander kan geen privébericht worden gestuurd.", "private"),
            { Place.At: { } at } when at + PrivateReplies < now => Final(
                "Een privébericht bij een reactie kan tot 7 dagen na de reactie. Antwoord in het openbaar.",
                "private-late"
            ),
            { Content.FileId: not null } => Final(
                "Het eerste privébericht bij een reactie kan alleen tekst zijn. Stuur het bestand als de inwoner daarop antwoordt.",
                "private-file"
            ),
            { Content.Text: null } => Final("Het antwoord is leeg. Er is niets verstuurd.", "empty"),
            { Content.Text: { } text, Surface: var surface } when !PlanReply.Fits(text, surface.PrivateLimit, surface) => Final(
                $"Een privébericht bij een reactie is één bericht van hoogstens {surface.PrivateLimit} tekens. Maak het korter.",
                "private-long"
            ),
            _ => null,
        };

    private static SendResult.Final Final(string reason, string code) => new(reason, code);
}
