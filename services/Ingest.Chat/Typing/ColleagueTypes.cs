using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using WebcareHub.Channels;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.Ingest.Chat.Following;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Ingest.Chat.Typing;

/// <summary>A colleague is writing: the visitor may know that somebody is there. Who it is, is not told.</summary>
internal static class ColleagueTypes
{
    public static async Task<Results<NoContent, NotFound>> Post(
        ColleagueTyping typing,
        Caller caller,
        Database database,
        Bell bell,
        CancellationToken ct
    )
    {
        await using var transaction = await database.OpenAsync([caller.Municipality], ct);
        await using var command = new NpgsqlCommand(
            "select visit_id from chat.visits where conversation_id = $1",
            transaction.Connection
        ).With(typing.ConversationId);
        if (await command.ExecuteScalarAsync(ct) is not Guid visit)
        {
            return TypedResults.NotFound();
        }

        bell.Ring(visit, Tone.Typing);
        return TypedResults.NoContent();
    }
}
