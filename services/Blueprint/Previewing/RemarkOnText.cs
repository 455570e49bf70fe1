using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.Blueprint.Reading;
using WebcareHub.Contracts.Api;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Previewing;

/// <summary><c>POST /api/v1/blueprint/remarks</c>: what could be plainer in a text. It is read and forgotten: not stored, not logged.</summary>
internal static class RemarkOnText
{
    private const int MostCharacters = 10_000;

    internal static async Task<Results<Ok<TextRemarks>, ProblemHttpResult>> Post(
        TextToRead asked,
        Caller caller,
        Bookcase bookcase,
        CancellationToken ct
    )
    {
        if (asked.Text is null or { Length: > MostCharacters })
        {
            return new Refusal(400, "Deze tekst past niet", "Een tekst past in tienduizend tekens.").Problem();
        }

        var edition = await bookcase.NowAsync(ct);
        var remarks = PlainLanguage.Of(asked.Text, edition.Blueprint.For(caller.Municipality).PlainWords);
        return TypedResults.Ok(new TextRemarks([.. remarks.Select(Shown)]));
    }

    private static TextRemark Shown(PlainRemark remark) =>
        new(Word(remark.Kind), remark.Start, remark.Length, remark.What, remark.Suggestion);

    private static string Word(PlainKind kind) =>
        kind switch
        {
            PlainKind.LongSentence => "longSentence",
            PlainKind.Passive => "passive",
            PlainKind.HardWord => "hardWord",
            _ => "readingOrder",
        };
}
