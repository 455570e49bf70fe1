using Npgsql;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;
using WebcareHub.Routing.Conversations;
using WebcareHub.RulesOfEngagement.Likeness;

namespace WebcareHub.Routing.Alike;

/// <summary>What is shown of a group's texts: the words in common of all, and examples of one municipality.</summary>
internal static class Examples
{
    private const int Texts = 3;
    private const int Questions = 8;

    internal sealed record Shown(IReadOnlyList<string> Words, IReadOnlyList<string> Samples);

    private sealed record Place(Guid Group, string Tenant, Guid Conversation, Guid Message);

    private sealed record Question(Place At, string Text, string? Author);

    /// <param name="own">The one municipality whose texts may be seen.</param>
    public static async Task<Dictionary<Guid, Shown>> ReadAsync(
        EventSession session,
        IReadOnlyList<string> tenants,
        string own,
        Guid[] groups,
        CancellationToken ct
    )
    {
        var places = await PlacesAsync(session.Connection, tenants, own, groups, ct);
        var streams = await session.ReadManyAsync(
            [.. places.Select(place => Streams.Conversation(place.Tenant, place.Conversation)).Distinct()],
            ct
        );
        return places
            .Select(place => QuestionAt(place, streams))
            .OfType<Question>()
            .GroupBy(question => question.At.Group)
            .ToDictionary(group => group.Key, group => Of([.. group], own));
    }

    private static Shown Of(IReadOnlyList<Question> questions, string own) =>
        new(
            CommonWords.Of([.. questions.Select(question => Wording.Of(question.Text, question.Author))]),
            [
                .. questions
                    .Where(question => question.At.Tenant == own)
                    .Select(question => Masked.Of(question.Text, question.Author))
                    .Distinct()
                    .Take(Texts),
            ]
        );

    private static Question? QuestionAt(Place place, IReadOnlyDictionary<StreamKey, IReadOnlyList<RecordedEvent>> streams)
    {
        var events =
            streams.GetValueOrDefault(Streams.Conversation(place.Tenant, place.Conversation))?.Select(recorded => recorded.Data) ?? [];
        var (text, author) = ((string?)null, (string?)null);
        foreach (var @event in events)
            (text, author) = @event switch
            {
                MessageReceived e when e.MessageId == place.Message => (e.Text, e.AuthorName),
                MessageEdited e when e.MessageId == place.Message => (e.Text, author),
                MessageDeleted e when e.MessageId == place.Message => (null, null),
                _ => (text, author),
            };
        return text is null ? null : new(place, text, author);
    }

    /// <summary>The newest of each group, one per conversation: some of the own municipality, and then of as many others as there are.</summary>
    private static async Task<IReadOnlyList<Place>> PlacesAsync(
        NpgsqlConnection connection,
        IReadOnlyList<string> tenants,
        string own,
        Guid[] groups,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            $"""
            select p.group_id, p.tenant_id, p.conversation_id, p.message_id
            from unnest($2) as g (id)
            cross join lateral (
                select o.*, row_number() over (order by o.tenant_id <> $3 or o.nth > {Texts}, o.nth, o.at desc) as place
                from (
                    select x.*, row_number() over (partition by x.tenant_id order by x.at desc) as nth
                    from (
                        select distinct on (a.conversation_id) a.group_id, a.tenant_id, a.conversation_id, a.message_id, a.at
                        from (
                            select r.* from routing.alike r where r.group_id = g.id and r.tenant_id = any ($1)
                            order by r.tenant_id <> $3, r.at desc limit 400) a
                        order by a.conversation_id, a.at desc) x) o) p
            where p.place <= {Questions}
            """,
            connection
        )
        {
            Parameters =
            {
                new() { Value = tenants.ToArray() },
                new() { Value = groups },
                new() { Value = own },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var places = new List<Place>();
        while (await row.ReadAsync(ct))
            places.Add(new(row.GetGuid(0), row.GetString(1), row.GetGuid(2), row.GetGuid(3)));
        return places;
    }
}
