using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Channels.Bodies;
using WebcareHub.Channels.Files;
using WebcareHub.Ingest.Chat.Sites;
using WebcareHub.Ingest.Chat.Visits;
using WebcareHub.Ingest.Chat.Writing;

namespace WebcareHub.Ingest.Chat.Files;

/// <summary>
/// A visitor puts a file beside the message that is to come, as the raw body. The browser made the id: the same again changes nothing. What it is
/// is read from its first bytes; nothing in it is opened or unpacked.
/// </summary>
internal static class UploadFile
{
    /// <summary>Bytes.</summary>
    public const int Limit = 10 * 1024 * 1024;

    private const int LongestName = 120;

    public static async Task<Results<Ok<ItemFile>, ProblemHttpResult>> Put(
        Guid id,
        Guest guest,
        HttpRequest request,
        VisitRows visits,
        VisitFiles files,
        CancellationToken ct
    )
    {
        if (await visits.FindAsync(guest, ct) is not { } visit)
        {
            return Refusals.Unknown();
        }

        using var body = await PooledBody.ReadAsync(request, Limit, ct);
        if (body is null || body.Bytes.Length == 0)
        {
            return Refusals.TooLarge();
        }

        var head = body.Bytes.Span[..Math.Min(body.Bytes.Length, 4096)];
        if (Sniff.TypeOf(head, request.ContentType) is not { } type)
        {
            return Refusals.WrongKind();
        }

        var file = new ItemFile(Guid.NewGuid(), NameOf(request.Headers[Door.NameHeader]), type, body.Bytes.Length);
        return await files.KeepAsync(visit, id, file, body.Bytes, ct) is { } kept
            ? TypedResults.Ok(kept)
            : Refusals.Wrong("There are too many files in this conversation.");
    }

    /// <summary>What a file may be called on a colleague's screen: a name, no path, nothing that moves the text around it.</summary>
    internal static string NameOf(string? header)
    {
        var told = Uri.UnescapeDataString(header is { Length: <= 4 * LongestName } ? header : "");
        var name = told[(told.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = string.Concat(name.EnumerateRunes().Where(IsPlain)).Trim(' ', '.');
        return kept.Length is 0 or > LongestName ? "bestand" : kept;
    }

    // A lone surrogate enumerates as U+FFFD; format characters can turn the reading direction.
    private static bool IsPlain(System.Text.Rune rune) =>
        rune.Value != 0xFFFD
        && System.Text.Rune.GetUnicodeCategory(rune)
            is not (System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format)
        && !"<>:\"|?*".Contains(rune.ToString(), StringComparison.Ordinal);
}
