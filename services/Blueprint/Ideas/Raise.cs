using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using WebcareHub.Blueprint.Discussing;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.ServiceDefaults.Deciding.Outcome;

namespace WebcareHub.Blueprint.Ideas;

/// <summary>Anyone signed in raises an idea: on an entry, or from a conversation.</summary>
internal static partial class Raise
{
    internal static Outcome Decide(Standing standing, Guid id, NewIdea idea) =>
        Words.Check(idea.Title, "de titel", Words.Title) is { } title ? new([], title)
        : Words.Check(idea.Words, "de uitleg", Words.Long) is { } words ? new([], words)
        : idea.Section is null != idea.Entry is null ? Refuse("Noem bij een onderdeel ook de soort, of laat beide weg.", Refusal.Invalid)
        : idea.Section is not null && !(Name().IsMatch(idea.Section) && Name().IsMatch(idea.Entry!))
            ? Refuse("Dit onderdeel bestaat niet.", Refusal.Invalid)
        : Accept(
            new IdeaRaised(
                id,
                idea.Layer,
                idea.Section,
                idea.Entry,
                idea.Title.Trim(),
                idea.Words.Trim(),
                standing.Person.Municipality,
                standing.Person.Agent,
                standing.Now
            )
        );

    internal static async Task<Results<Created<IdeaDetail>, NotFound, ProblemHttpResult>> Post(
        NewIdea idea,
        Caller caller,
        IdeaDesk desk,
        EventStore.EventStore store,
        CancellationToken ct
    )
    {
        await using var session = await Reach.OpenAsync(store, caller, ct);
        if (!await IdeaDesk.IsLayerAsync(session, caller, idea.Layer, ct))
        {
            return TypedResults.NotFound();
        }

        if (idea.ConversationId is { } conversation && !await ExistsAsync(session.Connection, caller.Municipality, conversation, ct))
        {
            return new Refusal("Dit gesprek bestaat niet in uw gemeente.", Refusal.Invalid).Problem();
        }

        var id = Guid.CreateVersion7();
        return await desk.RaiseAsync(session, caller, idea, id, ct) switch
        {
            { Refusal: { } refusal } => refusal.Problem(),
            { Detail: var detail } => TypedResults.Created($"/api/v1/ideas/{id}", detail),
        };
    }

    /// <summary>Whether this municipality has the conversation; nothing of it is read.</summary>
    private static async Task<bool> ExistsAsync(NpgsqlConnection connection, string municipality, Guid conversation, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select exists (select from events.mt_streams where tenant_id = $1 and id = $2)",
            connection
        )
        {
            Parameters =
            {
                new() { Value = municipality },
                new() { Value = $"conversation-{conversation}" },
            },
        };
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    [GeneratedRegex("^[a-zA-Z0-9][a-zA-Z0-9._-]{0,199}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
