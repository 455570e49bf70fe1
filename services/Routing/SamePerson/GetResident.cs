using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Routing.Thread;
using WebcareHub.Rulebooks;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.SamePerson;

/// <summary>Who else a resident is, and may be. Each of whom something is shown stands in the verwerkingslog.</summary>
internal static class GetResident
{
    public static async Task<Results<Ok<ResidentDetail>, NotFound>> Get(
        Guid id,
        Caller caller,
        EventStore.EventStore store,
        Rulebook rulebook,
        TimeProvider time,
        CancellationToken ct
    )
    {
        await using var session = await store.OpenAsync([caller.Municipality], null, ct);
        var blueprint = (await rulebook.AtAsync(session, ct)).For(caller.Municipality).Blueprint;
        if (await Others.AsIsAsync(session.Connection, caller.Municipality, [id], ct) is not { Count: 1 } self)
            return TypedResults.NotFound();
        var links = await Links.OfAsync(session.Connection, caller.Municipality, id, ct);
        var evidence = await Evidence.ForAsync(session.Connection, caller.Municipality, id, blueprint, ct);
        var dismissals = await Dismissals.OfAsync(session.Connection, caller.Municipality, id, ct);
        var others = await Others.AsIsAsync(
            session.Connection,
            caller.Municipality,
            [
                .. links.Select(link => link.Other),
                .. evidence.Select(found => found.Person),
                .. dismissals.Select(dismissal => dismissal.Other),
            ],
            ct
        );
        var now = time.GetUtcNow();
        session.Also(Views.Log(caller, self[id].ConversationId, "resident", now, now));
        foreach (var other in others.Values)
            session.Also(Views.Log(caller, other.ConversationId, "same-person", now, now));
        await session.CommitAsync(ct);
        return TypedResults.Ok(
            new ResidentDetail(id, [.. Linked(links, others)], [.. Suggested(evidence, others)], [.. Dismissed(dismissals, others)])
        );
    }

    private static IEnumerable<DismissedResident> Dismissed(
        IEnumerable<Dismissals.Dismissal> dismissals,
        Dictionary<Guid, OtherResident> others
    ) =>
        dismissals
            .Where(dismissal => others.ContainsKey(dismissal.Other))
            .Select(dismissal => new DismissedResident(others[dismissal.Other], dismissal.By, dismissal.At));

    private static IEnumerable<LinkedResident> Linked(IEnumerable<Links.Link> links, Dictionary<Guid, OtherResident> others) =>
        links
            .Where(link => others.ContainsKey(link.Other))
            .Select(link => new LinkedResident(others[link.Other], link.Evidence, link.By, link.At));

    private static IEnumerable<SuggestedResident> Suggested(
        IEnumerable<(Guid Person, IReadOnlyList<string> Sentences)> evidence,
        Dictionary<Guid, OtherResident> others
    ) =>
        evidence
            .Where(found => others.ContainsKey(found.Person))
            .Select(found => new SuggestedResident(others[found.Person], found.Sentences));
}

/// <summary>Residents by their latest conversation.</summary>
internal static class Others
{
    public static async Task<Dictionary<Guid, OtherResident>> AsIsAsync(
        NpgsqlConnection connection,
        string municipality,
        Guid[] ids,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            """
            select r.id, c.resident_name, c.channel, c.visibility, c.id from routing.residents r
            cross join lateral (
                select k.id, k.resident_name, k.channel, k.visibility from routing.conversations k
                where k.person_id = coalesce(r.merged_into, r.id) order by k.opened_at desc limit 1
            ) c
            where r.tenant_id = $1 and r.id = any ($2)
            """,
            connection
        )
        {
            Parameters =
            {
                new() { Value = municipality },
                new() { Value = ids },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var others = new Dictionary<Guid, OtherResident>();
        while (await row.ReadAsync(ct))
            others[row.GetGuid(0)] = new(
                row.GetGuid(0),
                row.IsDBNull(1) ? null : row.GetString(1),
                row.GetString(2),
                (Visibility)row.GetInt16(3),
                row.GetGuid(4)
            );
        return others;
    }
}
