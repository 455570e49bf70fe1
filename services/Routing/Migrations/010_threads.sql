-- Public conversations: one per root post and author. The thread is the keyed hash of the root post, '' for what is private. A conversation that
-- was moved to private says when.

alter table routing.conversations add column thread varchar not null default '';
alter table routing.conversations add column moved_at timestamptz;

create index conversations_of on routing.conversations (person_id, account, thread, opened_at desc);
drop index routing.conversations_person;

-- What the municipality wrote itself under a post, without being told to whom.
create index conversations_thread on routing.conversations (tenant_id, account, thread) where thread <> '';

drop function routing.accept(
    varchar[], varchar[], int[], varchar[], varchar[], varchar[], int[], boolean[], uuid[], varchar[], varchar[], varchar[], timestamptz);

-- As in 009; the conversation that an item may go on in is looked for in its thread.
create function routing.accept(
    item_tenant varchar[],
    item_key varchar[],
    item_person int[],          -- place in candidate, or null
    item_target varchar[],      -- hash of the message it is about, or its own
    item_thread varchar[],      -- the thread it may go on in: '' for private, null when it asks for none
    alias_tenant varchar[],
    alias_hash varchar[],
    alias_person int[],
    alias_user boolean[],       -- a user id, not a number
    candidate uuid[],           -- id for a person nobody knows yet
    person_tenant varchar[],
    person_channel varchar[],
    person_account varchar[],
    now timestamptz
)
returns table (
    item int,
    resident_id uuid,
    is_new boolean,
    address_stale boolean,
    conversation_id uuid,
    first_contact boolean,
    target_message uuid,
    target_conversation uuid,
    pending bytea[],
    pending_residents uuid[],
    parted uuid[]
)
language plpgsql volatile set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
    fresh int[];
    persons int[];
    resident uuid[] := array_fill(null::uuid, array[greatest(cardinality(candidate), 1)]);
    made boolean[] := array_fill(false, array[greatest(cardinality(candidate), 1)]);
    changed int[] := '{}';
    stale boolean[] := made;
    place int;
    unknown boolean;
    person record;
    parted_person int[];
    parted_from uuid[];
begin
    with taken as (
        insert into routing.received as r (tenant_id, event_key, received_on)
        select t, k, now::date from unnest(item_tenant, item_key) as i (t, k) order by t, k
        on conflict do nothing
        returning r.tenant_id, r.event_key
    )
    select coalesce(array_agg(i.n::int order by i.n), '{}') into fresh
    from unnest(item_tenant, item_key) with ordinality as i (t, k, n)
    join taken on taken.tenant_id = i.t and taken.event_key = i.k;

    select coalesce(array_agg(distinct item_person[n]), '{}') into persons
    from unnest(fresh) as n where item_person[n] is not null;

    -- Who is known, and is anyone not, or known as two?
    select bool_or(x.known < x.total or x.different > 1) into unknown
    from (
        select count(*) as total, count(a.resident_id) as known, count(distinct a.resident_id) as different
        from unnest(alias_tenant, alias_hash, alias_person) as w (t, h, p)
        left join routing.aliases a on a.tenant_id = w.t and a.alias = w.h
        where w.p = any (persons)
        group by w.p
    ) x;

    if unknown then
        -- A number with the user id of somebody else than whose it was has another owner: it leaves the one before, who keeps their user id.
        with w as materialized (
            select i.t, i.h, i.p, i.u, a.resident_id as r
            from unnest(alias_tenant, alias_hash, alias_person, alias_user) as i (t, h, p, u)
            left join routing.aliases a on a.tenant_id = i.t and a.alias = i.h
            where i.p = any (persons)
        ), both_kinds as (
            select w.p from w group by w.p having bool_or(w.u) and bool_or(not w.u and w.r is not null)
        ), parting as (
            delete from routing.aliases a using w
            where a.tenant_id = w.t and a.alias = w.h and not w.u and w.p in (select b.p from both_kinds b)
              and exists (select from routing.aliases k where k.resident_id = w.r and k.is_user_id)
              and not exists (select from w o where o.p = w.p and o.u and o.r = w.r)
            returning w.p, a.resident_id
        )
        select coalesce(array_agg(parting.p), '{}'), coalesce(array_agg(parting.resident_id), '{}') into parted_person, parted_from from parting;

        with stored as (
            insert into routing.aliases as a (tenant_id, alias, resident_id, is_user_id)
            select w.t, w.h, coalesce(k.resident_id, candidate[w.p]), w.u
            from unnest(alias_tenant, alias_hash, alias_person, alias_user) as w (t, h, p, u)
            left join (
                select s.p, min(o.resident_id::text)::uuid as resident_id
                from unnest(alias_tenant, alias_hash, alias_person) as s (t, h, p)
                join routing.aliases o on o.tenant_id = s.t and o.alias = s.h
                group by s.p
            ) k on k.p = w.p
            where w.p = any (persons)
            order by w.t, w.h
            on conflict do nothing
            returning a.tenant_id, a.alias
        )
        select coalesce(array_agg(distinct w.p), '{}') into changed
        from unnest(alias_tenant, alias_hash, alias_person) as w (t, h, p)
        join stored on stored.tenant_id = w.t and stored.alias = w.h;

        insert into routing.residents (id, tenant_id, channel, created_at)
        select candidate[p], person_tenant[p], person_channel[p], now
        from unnest(changed) as p
        where exists (select from routing.aliases a where a.resident_id = candidate[p])
        order by 1
        on conflict do nothing;

        -- The platform says several ids are one person: the oldest resident stays, the others join it.
        for person in
            select w.p, min(a.resident_id::text)::uuid as root, array_agg(distinct a.resident_id) as known
            from unnest(alias_tenant, alias_hash, alias_person) as w (t, h, p)
            join routing.aliases a on a.tenant_id = w.t and a.alias = w.h
            where w.p = any (persons)
            group by w.p
            having count(distinct a.resident_id) > 1
            order by root
        loop
            update routing.residents r set merged_into = person.root
            where (r.id = any (person.known) or r.merged_into = any (person.known)) and r.id <> person.root;
            update routing.conversations c set person_id = person.root
            where c.person_id = any (person.known) and c.person_id <> person.root;
            update routing.aliases a set resident_id = person.root
            where a.resident_id = any (person.known) and a.resident_id <> person.root;
            changed := changed || person.p;
        end loop;
    end if;

    for person in
        select w.p, min(a.resident_id::text)::uuid as id
        from unnest(alias_tenant, alias_hash, alias_person) as w (t, h, p)
        join routing.aliases a on a.tenant_id = w.t and a.alias = w.h
        where w.p = any (persons)
        group by w.p
    loop
        resident[person.p] := person.id;
        if person.id = candidate[person.p] then
            made[person.p] := true;
        end if;
    end loop;

    foreach place in array changed loop
        stale[place] := true;
    end loop;

    perform from routing.residents r where r.id = any (resident) order by r.id for no key update;

    -- Forgotten while this batch waited for them: the batch comes again, and finds nobody by that alias.
    if exists (select from routing.residents r where r.id = any (resident) and r.erased_at is not null) then
        raise exception 'A resident of this batch was forgotten meanwhile.' using errcode = 'serialization_failure';
    end if;

    perform from routing.conversations c
    where c.id in (
        select l.id from (select distinct item_person[n] as p, item_thread[n] as t from unnest(fresh) as n) x
        cross join lateral (
            select k.id from routing.conversations k
            where k.person_id = resident[x.p] and k.account = person_account[x.p] and k.thread = x.t and not k.erased
            order by k.opened_at desc limit 1
        ) l
        where x.p is not null and x.t is not null
        union
        select m.conversation_id from unnest(fresh) as n
        join routing.messages m on m.tenant_id = item_tenant[n] and m.platform_hash = item_target[n]
    )
    order by c.id
    for no key update;

    return query
    select n, resident[p.p], made[p.p], stale[p.p], l.id,
        not exists (select from routing.conversations c where c.person_id = resident[p.p]),
        m.message_id, m.conversation_id,
        w.pending, w.residents,
        array(select x.r from unnest(parted_person, parted_from) as x (p, r) where x.p = p.p)
    from unnest(fresh) as n
    cross join lateral (select item_person[n] as p) p
    left join lateral (
        select c.id from routing.conversations c
        where c.person_id = resident[p.p] and c.account = person_account[p.p] and c.thread = item_thread[n] and not c.erased
        order by c.opened_at desc limit 1
    ) l on true
    left join routing.messages m on m.tenant_id = item_tenant[n] and m.platform_hash = item_target[n]
    cross join lateral (
        select array_agg(e.sealed order by e.at) as pending, array_agg(e.resident_id order by e.at) as residents
        from routing.pending e where e.tenant_id = item_tenant[n] and e.platform_hash = item_target[n]
    ) w
    order by n;
end $$;
