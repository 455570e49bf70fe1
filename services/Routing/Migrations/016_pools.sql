-- Shared hands: which pools a question is open to, who is at work, and the pools themselves (tenant = the pool's layer).

alter table routing.conversations
    add column open_to varchar[] not null default '{}',
    add column open_cause varchar,
    add column open_since timestamptz,
    add column claimed_pool varchar;

-- A region's first, then the national pool's: few rows of a large municipality are open to the other one only.
create index conversations_open on routing.conversations (tenant_id, priority_sort, due_sort, waiting_since, id)
    where status = 0 and open_to <> '{}';
create index conversations_open_national on routing.conversations (tenant_id, priority_sort, due_sort, waiting_since, id)
    where status = 0 and open_to @> '{nl}';
create index conversations_open_first on routing.conversations (priority_sort, due_sort) where status = 0 and open_to @> '{nl}';
-- What a policy may still open, and what may close again.
create index conversations_shareable on routing.conversations (tenant_id, waiting_since)
    where status = 0 and overflow <> 'never' and not approval_required and open_to = '{}';
create index conversations_shareable_further on routing.conversations (tenant_id, overflow)
    where status = 0 and overflow <> 'never' and open_to <> '{}' and not (open_to @> '{nl}');
create index conversations_shared on routing.conversations (tenant_id, open_since) where open_to <> '{}';
create index conversations_helped on routing.conversations (claimed_by) where claimed_pool is not null and status <> 4;

create table routing.pools (
    tenant_id varchar primary key,
    -- Where the pool stands in its fair share: see the passes of its members.
    pass double precision not null,
    -- Grows when who takes part, on which terms, or who works in it changes.
    changes bigint not null default 0
);

-- An exercise has no pools: neither its municipalities nor its people stand in these tables.

create table routing.pool_members (
    tenant_id varchar not null,
    municipality varchar not null check (municipality not like 'oef.%'),
    share int not null,
    own_first boolean not null,
    blocked_topics varchar[] not null,
    -- Grows by 1/share with each question taken: the lowest is served first.
    pass double precision not null default 0,
    primary key (tenant_id, municipality)
);

create table routing.pool_agents (
    tenant_id varchar not null,
    municipality varchar not null check (municipality not like 'oef.%'),
    subject varchar not null check (subject not like 'oef.%'),
    channels varchar[] not null,
    topics varchar[] not null,
    capacity int not null,
    primary key (tenant_id, municipality, subject)
);
create index pool_agents_person on routing.pool_agents (municipality, subject);

-- Who is at work: 0 online, 1 away, 2 offline.
create table routing.presence (
    tenant_id varchar not null,
    subject varchar not null,
    name varchar not null,
    state smallint not null,
    capacity int not null,
    pools varchar[] not null,
    since timestamptz not null,
    seen_at timestamptz not null,
    day date not null,
    check (tenant_id not like 'oef.%' or pools = '{}'),
    primary key (tenant_id, subject)
);
create index presence_silent on routing.presence (seen_at) where state <> 2;
create index presence_pools on routing.presence using gin (pools) where state <> 2;

-- What holds for a municipality at the moment, so that what opened does not close and open again.
create table routing.overflow_causes (
    tenant_id varchar not null,
    cause varchar not null,
    since timestamptz not null,
    primary key (tenant_id, cause)
);

select hub.protect('routing.pools');
select hub.protect('routing.pool_members');
select hub.protect('routing.pool_agents');
select hub.protect('routing.presence');
select hub.protect('routing.overflow_causes');

-- The doors in the wall. Each runs as the owner and is bounded by the list of its transaction, which names the caller's own municipality or the
-- caller's pools, never the members of a pool. Those that are asked at every turn are planned once in a session.

-- The pools a colleague of one of the listed municipalities may work in; none in an exercise.
create function routing.pools_of(agent_municipality varchar, agent_subject varchar)
returns table (pool varchar, channels varchar[], topics varchar[], own_first boolean)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
    return query
    select a.tenant_id, a.channels, a.topics, coalesce(m.own_first, true)
    from routing.pool_agents a
    left join routing.pool_members m on m.tenant_id = a.tenant_id and m.municipality = a.municipality
    where a.municipality = agent_municipality and a.subject = agent_subject and agent_municipality = any (hub.tenants())
        and agent_municipality not like 'oef.%'
    order by a.tenant_id = 'nl', a.tenant_id;
end $$;

-- The pools that the listed municipality takes part in.
create function routing.pools_joined(member varchar)
returns table (pool varchar, blocked_topics varchar[])
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select m.tenant_id, m.blocked_topics from routing.pool_members m
    where m.municipality = member and member = any (hub.tenants())
    order by m.tenant_id = 'nl', m.tenant_id
$$;

-- Whose a conversation is that is open to one of the listed pools; nothing when it is open to none.
create function routing.owner_of(conversation uuid)
returns table (municipality varchar, pool varchar)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
    return query
    select c.tenant_id, (select p from unnest(c.open_to) as p where p = any (hub.tenants()) limit 1)
    from routing.conversations c
    where c.id = conversation and c.open_to && hub.tenants()::varchar[] and c.status <> 4 and not c.erased;
end $$;

-- The first questions of municipalities that are open to this pool and fit these skills, with each one's place in the fair share; of those of the
-- highest priority also the first whose deadline is still to come, and comes soon. For a region that is all of its municipalities; of the country
-- those that so many tries can come to: the nearest deadlines at risk, of each priority who was served least, and who was served least of all.
-- Planned once, and along the index: it is taken for granted that few fit these skills, and a whole town would be read and sorted.
create function routing.heads(
    wanted varchar, wanted_channels varchar[], wanted_topics varchar[], now timestamptz, soon timestamptz, tries int)
returns table (
    municipality varchar, share int, pass double precision, pool_pass double precision, priority_sort smallint, due_at timestamptz,
    waiting_since timestamptz, risk_at timestamptz)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan set enable_sort = off as $$
#variable_conflict use_column
declare
    standing double precision := coalesce((select p.pass from routing.pools p where p.tenant_id = wanted), 0);
    first smallint;
    level smallint;
    risky varchar[] := '{}';
    risks timestamptz[] := '{}';
    seen varchar[] := '{}';
    found record;
begin
    if not coalesce(wanted = any (hub.tenants()), false) then
        return;
    elsif wanted <> 'nl' then
        return query
        with h as materialized (
            select m.municipality, m.share, m.pass, q.priority_sort, q.due_at, q.waiting_since
            from routing.pool_members m
            cross join lateral (
                select c.priority_sort, c.due_at, c.waiting_since from routing.conversations c
                where c.tenant_id = m.municipality and c.status = 0 and c.open_to <> '{}' and wanted = any (c.open_to)
                    and (wanted_channels = '{}' or c.channel = any (wanted_channels)) and (wanted_topics = '{}' or c.topic = any (wanted_topics))
                order by c.priority_sort, c.due_sort, c.waiting_since, c.id limit 1) q
            where m.tenant_id = wanted)
        select h.municipality, h.share, h.pass, standing, h.priority_sort, h.due_at, h.waiting_since, r.due_at
        from h left join lateral (
            select c.due_at from routing.conversations c
            where h.due_at <= soon and h.priority_sort = (select min(o.priority_sort) from h o)
                and c.tenant_id = h.municipality and c.status = 0 and c.open_to <> '{}' and wanted = any (c.open_to)
                and c.priority_sort = h.priority_sort and c.due_sort > now and c.due_sort <= soon
                and (wanted_channels = '{}' or c.channel = any (wanted_channels)) and (wanted_topics = '{}' or c.topic = any (wanted_topics))
            order by c.due_sort limit 1) r on true;
        return;
    end if;

    for found in
        select c.tenant_id, c.priority_sort, c.due_at from routing.conversations c
        where c.status = 0 and c.open_to @> '{nl}'
            and exists (select from routing.pool_members m where m.tenant_id = wanted and m.municipality = c.tenant_id)
            and (wanted_channels = '{}' or c.channel = any (wanted_channels)) and (wanted_topics = '{}' or c.topic = any (wanted_topics))
        order by c.priority_sort limit 1
    loop
        first := found.priority_sort;
    end loop;
    for found in
        select c.tenant_id, c.due_at from routing.conversations c
        where c.status = 0 and c.open_to @> '{nl}' and c.priority_sort = first and c.due_sort > now and c.due_sort <= soon
            and exists (select from routing.pool_members m where m.tenant_id = wanted and m.municipality = c.tenant_id)
            and (wanted_channels = '{}' or c.channel = any (wanted_channels)) and (wanted_topics = '{}' or c.topic = any (wanted_topics))
        order by c.priority_sort, c.due_sort
    loop
        exit when cardinality(risky) >= tries;
        continue when found.tenant_id = any (risky);
        risky := risky || found.tenant_id;
        risks := risks || found.due_at;
    end loop;

    level := first;
    while level is not null and cardinality(seen) < tries loop
        for found in
            select m.municipality, m.share, m.pass, q.due_at, q.waiting_since
            from (
                select m.municipality, m.share, m.pass, greatest(m.pass, standing) as turn
                from routing.pool_members m
                where m.tenant_id = wanted and m.municipality <> all (seen)
                order by turn) m
            cross join lateral (
                select c.due_at, c.waiting_since from routing.conversations c
                where c.tenant_id = m.municipality and c.status = 0 and c.open_to @> '{nl}' and c.priority_sort = level
                    and (wanted_channels = '{}' or c.channel = any (wanted_channels)) and (wanted_topics = '{}' or c.topic = any (wanted_topics))
                order by c.priority_sort, c.due_sort, c.waiting_since, c.id limit 1) q
            order by m.turn
            fetch first (tries) rows with ties
        loop
            seen := seen || found.municipality;
            return query select found.municipality, found.share, found.pass, standing, level, found.due_at, found.waiting_since,
                case when level = first then risks[array_position(risky, found.municipality)] end;
        end loop;
        level := (
            select c.priority_sort from routing.conversations c
            where c.status = 0 and c.open_to @> '{nl}' and c.priority_sort > level
            order by c.priority_sort limit 1);
    end loop;

    return query
    select m.municipality, m.share, m.pass, standing, q.priority_sort, q.due_at, q.waiting_since, risks[array_position(risky, m.municipality)]
    from (
        select m.municipality, m.share, m.pass from routing.pool_members m
        where m.tenant_id = wanted and m.municipality = any (risky)
        union
        (select m.municipality, m.share, m.pass from (
            select m.municipality, m.share, m.pass from routing.pool_members m where m.tenant_id = wanted
            order by greatest(m.pass, standing)) m
        where exists (
            select from routing.conversations c where c.tenant_id = m.municipality and c.status = 0 and c.open_to @> '{nl}'
                and (wanted_channels = '{}' or c.channel = any (wanted_channels)) and (wanted_topics = '{}' or c.topic = any (wanted_topics)))
        limit 1)) m
    cross join lateral (
        select c.priority_sort, c.due_at, c.waiting_since from routing.conversations c
        where c.tenant_id = m.municipality and c.status = 0 and c.open_to @> '{nl}'
            and (wanted_channels = '{}' or c.channel = any (wanted_channels)) and (wanted_topics = '{}' or c.topic = any (wanted_topics))
        order by c.priority_sort, c.due_sort, c.waiting_since, c.id limit 1) q
    where m.municipality <> all (seen);
end $$;

-- One question of a listed municipality was taken through a pool it takes part in.
create function routing.advance(taken_pool varchar, taken_municipality varchar, member_pass double precision, pool_pass double precision)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    update routing.pool_members m set pass = greatest(m.pass, member_pass) + 1.0 / m.share
    where m.tenant_id = taken_pool and m.municipality = taken_municipality and taken_municipality = any (hub.tenants());
    -- Whoever takes the next one sees to it when another is just doing so: nobody waits for the whole country's pool.
    update routing.pools p set pass = pool_pass
    where p.tenant_id = taken_pool and taken_municipality = any (hub.tenants())
        and p.tenant_id in (select o.tenant_id from routing.pools o where o.tenant_id = taken_pool and o.pass < pool_pass for update skip locked);
end $$;

-- The questions a colleague has through one of the listed pools.
create function routing.held_through(helper varchar)
returns table (municipality varchar, conversation uuid, unanswered boolean)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
    return query
    select c.tenant_id, c.id, c.status = 1
    from routing.conversations c
    where c.claimed_by = helper and c.claimed_pool is not null and c.status <> 4 and c.open_to && hub.tenants()::varchar[]
    order by c.due_sort, c.id;
end $$;

-- What waits in a pool, by municipality.
create function routing.pool_now(wanted varchar, now timestamptz, soon timestamptz)
returns table (
    municipality varchar, share int, waiting bigint, at_risk bigint, overdue bigint, busy bigint, oldest timestamptz, next_due timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select m.municipality, m.share, h.waiting, h.at_risk, h.overdue, h.busy, h.oldest, h.next_due
    from routing.pool_members m
    cross join lateral (
        select count(*) filter (where c.status = 0) as waiting,
            count(*) filter (where c.status = 0 and c.due_at > now and c.due_at <= soon) as at_risk,
            count(*) filter (where c.status = 0 and c.due_at <= now) as overdue,
            count(*) filter (where c.status = 1 and c.claimed_pool = wanted) as busy,
            min(c.waiting_since) filter (where c.status = 0) as oldest,
            min(c.due_at) filter (where c.status = 0 and c.due_at > now) as next_due
        from routing.conversations c
        where c.tenant_id = m.municipality and c.open_to <> '{}' and wanted = any (c.open_to)) h
    where m.tenant_id = wanted and wanted = any (hub.tenants())
$$;

-- Who is at work in a pool, and still belongs to it.
create function routing.pool_online(wanted varchar)
returns table (municipality varchar, name varchar, state smallint, since timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select p.tenant_id, p.name, p.state, p.since
    from routing.presence p
    join routing.pool_agents a on a.tenant_id = wanted and a.municipality = p.tenant_id and a.subject = p.subject
    where p.state <> 2 and p.pools @> array[wanted] and wanted = any (hub.tenants())
    order by p.name
$$;

revoke execute on function routing.pools_of, routing.pools_joined, routing.owner_of, routing.heads, routing.advance,
    routing.held_through, routing.pool_now, routing.pool_online from public;
grant execute on function routing.pools_of, routing.pools_joined, routing.owner_of, routing.heads, routing.advance,
    routing.held_through, routing.pool_now, routing.pool_online to webcare_app;
