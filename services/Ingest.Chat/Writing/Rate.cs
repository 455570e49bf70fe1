using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Channels.Receiving;
using WebcareHub.Channels.Texts;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.Ingest.Chat.Sites;
using WebcareHub.Ingest.Chat.Visits;

namespace WebcareHub.Ingest.Chat.Writing;

/// <summary>What the visitor thought of the help; said again, it replaces what was said before.</summary>
internal static class Rate
{
    private const int LongestComment = 1000;

    /// <param name="Id">Of this rating, made by the browser.</param>
    /// <param name="Score">From 1 to 10.</param>
    internal sealed record NewRating(Guid Id, int Score, string? Comment);

    public static async Task<Results<NoContent, ProblemHttpResult>> Post(
        NewRating rating,
        Guest guest,
        VisitRows visits,
        Reception reception,
        TimeProvider time,
        CancellationToken ct
    )
    {
        if (rating.Score is < 1 or > 10 || rating.Id == Guid.Empty)
        {
            return Refusals.Wrong("A rating is a number from 1 to 10.");
        }

        if (await visits.FindAsync(guest, ct) is not { LastNumber: > 0 } visit)
        {
            return Refusals.Unknown();
        }

        var comment = Write.Clean(rating.Comment) is { Length: > 0 } said ? TextSplitter.Bound(said, LongestComment) : null;
        var content = new InboundRating($"{visit.Id:N}", new([visit.PersonId], null), rating.Score, comment, time.GetUtcNow());
        var told = new ForRouting(guest.Site.Account, "rating", "rating", $"{visit.Id:N}.{rating.Id:N}", content);
        await reception.AcceptAsync(Channel.Chat, Site.App, new ReadPost([told], KeepBody: false), default, ct);
        if (visit.Asked)
        {
            await visits.AnsweredAsync(visit, ct);
        }

        return TypedResults.NoContent();
    }
}
