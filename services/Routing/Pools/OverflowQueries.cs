using Npgsql;
using WebcareHub.Routing.WorkList;

namespace WebcareHub.Routing.Pools;

/// <summary>Which questions a pass looks at: a portion of each kind, along an index that holds no others. What others work on is for the next pass.</summary>
internal static class OverflowQueries
{
    private const int Portion = 200;
    private const int PortionOfOne = 50;

    /// <summary>Questions of a municipality that wait since before a moment and may leave.</summary>
    internal sealed record Open(
        string Municipality,
        string To,
        DateTimeOffset Before,
        IEnumerable<string> Blocked,
        IEnumerable<string> Roles
    );

    /// <summary>A municipality where nothing holds any more.</summary>
    /// <param name="Waits">Who waits since before this moment stays open.</param>
    internal sealed record Quiet(string Municipality, string To, DateTimeOffset Waits);

    /// <summary>Of each municipality those that wait longest: a crowd in one does not stop the others.</summary>
    public static NpgsqlCommand Shareable(IEnumerable<Open> open)
    {
        var all = open.ToArray();
        return new(
            $"""
            select {WorkListRow.Columns} from routing.conversations c
            where c.status = 0 and c.open_to = '{Empty}' and c.id in (
                select o.id
                from unnest($1::varchar[], $2::varchar[], $3::timestamptz[], $4::varchar[], $5::varchar[]) as u (tenant, too, before, blocked, roles)
                cross join lateral (
                    select s.id, s.waiting_since from routing.conversations s
                    where s.tenant_id = u.tenant and s.waiting_since <= u.before
                        and s.status = 0 and s.overflow <> 'never' and not s.approval_required and s.open_to = '{Empty}'
                        and s.overflow = u.too and not s.erased
                        and (s.topic is null or s.topic <> all (string_to_array(u.blocked, ',')))
                        and (s.role is null or s.role = any (string_to_array(u.roles, ',')))
                    order by s.waiting_since limit {PortionOfOne}) o
                order by o.waiting_since limit {Portion})
            for no key update of c skip locked
            """
        )
        {
            Parameters =
            {
                new() { Value = all.Select(each => each.Municipality).ToArray() },
                new() { Value = all.Select(each => each.To).ToArray() },
                new() { Value = all.Select(each => each.Before).ToArray() },
                new() { Value = all.Select(each => string.Join(',', each.Blocked)).ToArray() },
                new() { Value = all.Select(each => string.Join(',', each.Roles)).ToArray() },
            },
        };
    }

    /// <summary>Open to a region while the nation's pool may help too. What a colleague opened by hand goes no further than its decision.</summary>
    public static NpgsqlCommand Further(IEnumerable<(House House, string To)> ways)
    {
        var all = ways.ToArray();
        return new(
            $"""
            select {WorkListRow.Columns}
            from unnest($1::varchar[], $2::varchar[], $3::varchar[]) as u (tenant, too, blocked)
            join routing.conversations c on c.tenant_id = u.tenant and c.overflow = u.too
                and c.status = 0 and c.overflow <> 'never' and c.open_to <> '{Empty}' and not (c.open_to @> '{Nation}')
                and (c.overflow = 'national' or c.open_cause <> 'byHand')
                and (c.topic is null or c.topic <> all (string_to_array(u.blocked, ',')))
            limit {Portion} for no key update of c skip locked
            """
        )
        {
            Parameters =
            {
                new() { Value = all.Select(way => way.House.Municipality).ToArray() },
                new() { Value = all.Select(way => way.To).ToArray() },
                new() { Value = all.Select(way => string.Join(',', way.House.NotShared([way.House.National!]))).ToArray() },
            },
        };
    }

    /// <summary>Decided to stay in the region and open to the nation: of municipalities where nothing opens that any more.</summary>
    public static NpgsqlCommand TooFar(IEnumerable<string> municipalities) =>
        new(
            $"""
            select {WorkListRow.Columns} from routing.conversations c
            where c.tenant_id = any ($1) and c.open_to <> '{Empty}' and c.open_to @> '{Nation}'
                and c.overflow = 'region' and c.open_cause <> 'byHand'
            limit {Portion} for no key update of c skip locked
            """
        )
        {
            Parameters = { new() { Value = municipalities.ToArray() } },
        };

    /// <summary>A crisis that ended closes at once, also what a colleague of the pool is busy with; all else when nobody is and it was open a while.</summary>
    public static NpgsqlCommand Calm(IEnumerable<Quiet> quiet, DateTimeOffset openedBefore)
    {
        var all = quiet.ToArray();
        return new(
            $"""
            select {WorkListRow.Columns}
            from unnest($1::varchar[], $2::varchar[], $3::timestamptz[]) as u (tenant, too, waits)
            join routing.conversations c on c.tenant_id = u.tenant and c.open_to <> '{Empty}' and c.overflow = u.too
                and (c.open_cause = 'crisis' or (c.claimed_pool is null and c.open_cause <> 'byHand' and c.open_since <= $4))
                and not (c.status = 0 and c.waiting_since <= u.waits)
            limit {Portion} for no key update of c skip locked
            """
        )
        {
            Parameters =
            {
                new() { Value = all.Select(each => each.Municipality).ToArray() },
                new() { Value = all.Select(each => each.To).ToArray() },
                new() { Value = all.Select(each => each.Waits).ToArray() },
                new() { Value = openedBefore },
            },
        };
    }

    /// <summary>Open to a pool its municipality left, or does not share the topic with.</summary>
    public static NpgsqlCommand Leaving() =>
        new(
            $"""
            select {WorkListRow.Columns} from routing.conversations c
            where c.open_to <> '{Empty}' and exists (
                select from unnest(c.open_to) as p
                left join routing.pool_members m on m.tenant_id = p and m.municipality = c.tenant_id
                where m.tenant_id is null or c.topic = any (m.blocked_topics))
            limit {Portion} for no key update of c skip locked
            """
        );

    /// <summary>In the hands of who no longer works in the pool through which they took it: known as municipality:subject.</summary>
    public static NpgsqlCommand Departed() =>
        new(
            $"""
            select {WorkListRow.Columns} from routing.conversations c
            where c.claimed_pool is not null and c.status <> 4 and not exists (
                select from routing.pool_agents a
                where a.tenant_id = c.claimed_pool and a.municipality = split_part(c.claimed_by, ':', 1)
                    and a.subject = substr(c.claimed_by, strpos(c.claimed_by, ':') + 1))
            limit {Portion} for no key update of c skip locked
            """
        );

    private const string Empty = "{}";
    private const string Nation = "{nl}";
}
