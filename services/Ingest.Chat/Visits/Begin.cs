using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Ingest.Chat.Sites;

namespace WebcareHub.Ingest.Chat.Visits;

/// <summary>A visitor is about to say something for the first time: the browser gets the token that opens this conversation, and nobody else does.</summary>
internal static class Begin
{
    internal sealed record Begun(string Token);

    public static async Task<Created<Begun>> Post(Guest guest, VisitRows visits, CancellationToken ct)
    {
        var token = Door.NewToken();
        await visits.BeginAsync(guest, Door.HashOf(token)!, ct);
        return TypedResults.Created((string?)null, new Begun(token));
    }
}
