using WebcareHub.Contracts;

namespace WebcareHub.Routing.Conversations;

/// <summary>The first words of a message, as the work list shows them.</summary>
internal static class Preview
{
    public const string Deleted = "Bericht verwijderd";
    private const int Length = 140;

    public static string Of(MessageKind kind, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return KindInWords(kind);
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Length ? line : string.Concat(line.AsSpan(0, Cut(line)), "…");
    }

    public static string KindInWords(MessageKind kind) =>
        kind switch
        {
            MessageKind.Media => "Foto of bestand",
            MessageKind.Location => "Locatie",
            MessageKind.Contacts => "Contactgegevens",
            MessageKind.Choice => "Keuze uit een lijst",
            MessageKind.Notice => "Mededeling van het platform",
            MessageKind.Unsupported => "Bericht dat dit kanaal niet kan tonen",
            _ => "Leeg bericht",
        };

    // Never between the two halves of an emoji.
    private static int Cut(string line) => char.IsHighSurrogate(line[Length - 1]) ? Length - 1 : Length;
}
