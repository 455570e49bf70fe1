using Npgsql;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;
using WebcareHub.Routing.Conversations;

namespace WebcareHub.Routing.SamePerson;

/// <summary>Whom colleagues linked, as rows; what happened stands in both residents' streams.</summary>
internal static class Links
{
    /// <param name="Other">The other one, as it was when it was linked.</param>
    internal sealed record Link(Guid Self, Guid Other, string Evidence, AgentRef By, DateTimeOffset At);

    /// <summary>The residents who are $2 of municipality $1, as the platform says.</summary>
    internal const string Mine = """
        with mine as (
            select r.id from routing.residents r
            where r.tenant_id = $1 and $2 in (r.id, r.merged_into)
               or r.tenant_id = $1 and (select o.merged_into from routing.residents o where o.id = $2) in (r.id, r.merged_into)
        )
        """;

    /// <summary>Of a resident, and of who the platform says is the same.</summary>
    public static async Task<IReadOnlyList<Link>> OfAsync(
        NpgsqlConnection connection,
        string municipality,
        Guid resident,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            $"""
            {Mine}
            select case when l.one = m.id then l.one else l.other end, case when l.one = m.id then l.other else l.one end,
                l.evidence, l.by_id, l.by_name, l.at
            from mine m join routing.links l on (l.one = m.id or l.other = m.id) and l.tenant_id = $1
            order by l.at
            """,
            connection
        )
        {
            Parameters =
            {
                new() { Value = municipality },
                new() { Value = resident },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var links = new List<Link>();
        while (await row.ReadAsync(ct))
            links.Add(
                new(
                    row.GetGuid(0),
                    row.GetGuid(1),
                    row.GetString(2),
                    new(row.GetString(3), row.GetString(4)),
                    row.GetFieldValue<DateTimeOffset>(5)
                )
            );
        return links;
    }

    /// <summary>Locks both; whether this municipality has them both, and neither was forgotten.</summary>
    public static async Task<bool> LockAsync(NpgsqlConnection connection, string municipality, Guid one, Guid other, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            select r.id from routing.residents r
            where r.tenant_id = $1 and r.id = any ($2) and r.erased_at is null order by r.id for no key update
            """,
            connection
        )
        {
            Parameters =
            {
                new() { Value = municipality },
                new() { Value = new[] { one, other } },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var found = 0;
        while (await row.ReadAsync(ct))
            found++;
        return found == 2;
    }

    public static async Task AddAsync(EventSession session, string municipality, Link link, CancellationToken ct)
    {
        var (one, other) = Ordered(link.Self, link.Other);
        await AppendAsync(
            session,
            municipality,
            [
                (link.Self, new ResidentsLinked(link.Self, link.Other, link.Evidence, link.By, link.At)),
                (link.Other, new ResidentsLinked(link.Other, link.Self, link.Evidence, link.By, link.At)),
            ],
            ct
        );
        session.Also(
            new(
                """
                insert into routing.links (tenant_id, one, other, evidence, by_id, by_name, at) values ($1, $2, $3, $4, $5, $6, $7)
                on conflict do nothing
                """
            )
            {
                Parameters =
                {
                    new() { Value = municipality },
                    new() { Value = one },
                    new() { Value = other },
                    new() { Value = link.Evidence },
                    new() { Value = link.By.Id },
                    new() { Value = link.By.Name },
                    new() { Value = link.At },
                },
            }
        );
    }

    /// <summary>Both streams say that they are two again.</summary>
    public static async Task RemoveAsync(
        EventSession session,
        string municipality,
        Link link,
        AgentRef by,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        await AppendAsync(session, municipality, Parting(link, by, now), ct);
        session.Also(Remove(municipality, link));
    }

    /// <summary>What both residents' streams say of it.</summary>
    public static IReadOnlyList<(Guid Resident, object Event)> Parting(Link link, AgentRef by, DateTimeOffset now) =>
        [
            (link.Self, new ResidentsUnlinked(link.Self, link.Other, by, now)),
            (link.Other, new ResidentsUnlinked(link.Other, link.Self, by, now)),
        ];

    public static NpgsqlBatchCommand Remove(string municipality, Link link)
    {
        var (one, other) = Ordered(link.Self, link.Other);
        return new("delete from routing.links where tenant_id = $1 and one = $2 and other = $3")
        {
            Parameters =
            {
                new() { Value = municipality },
                new() { Value = one },
                new() { Value = other },
            },
        };
    }

    /// <summary>Behind the last of each resident's own stream; once in a transaction.</summary>
    public static async Task AppendAsync(
        EventSession session,
        string municipality,
        IReadOnlyList<(Guid Resident, object Event)> told,
        CancellationToken ct
    )
    {
        foreach (var own in told.GroupBy(one => one.Resident, one => one.Event))
        {
            var stream = Streams.Resident(municipality, own.Key);
            var before = await session.ReadAsync(stream, ct);
            session.Append(stream, before.Count == 0 ? 0 : before[^1].Version, [.. own], own.Key);
        }
    }

    /// <summary>As the database orders them.</summary>
    public static (Guid One, Guid Other) Ordered(Guid one, Guid other) =>
        string.CompareOrdinal(one.ToString(), other.ToString()) < 0 ? (one, other) : (other, one);
}
