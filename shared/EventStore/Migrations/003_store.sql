-- Ours beside the log: keys of residents, deletions, the epoch, and the way in for batches.

create table events.resident_keys (
    tenant_id   text not null,
    resident_id uuid not null,
    wrapped     bytea not null,
    created     timestamptz not null,
    primary key (tenant_id, resident_id)
);
select hub.protect('events.resident_keys');

create table events.deletions (
    id          uuid primary key,
    tenant_id   text not null,
    resident_id uuid not null,
    reason      text not null,
    at          timestamptz not null
);
create index deletions_resident on events.deletions (tenant_id, resident_id);
select hub.protect('events.deletions');

-- Which service has replayed which deletion of the ledger.
create table events.deletions_replayed (
    deletion_id uuid not null references events.deletions (id),
    forgetter   text not null,
    at          timestamptz not null,
    primary key (deletion_id, forgetter)
);

create table events.epoch (
    only_row boolean primary key default true check (only_row),
    number   bigint not null,
    releases jsonb not null
);
insert into events.epoch (number, releases) values (0, '{}');
grant select on events.epoch to webcare_app, webcare_feed, webcare_timer;
grant update on events.epoch to webcare_app;

-- The keys of these residents; for those without one the offered key is kept, unless they were forgotten. Sorted by the caller, so that two
-- batches with the same residents wait for, and never block, one another.
create function events.take_keys(tenants text[], residents uuid[], offers bytea[], at timestamptz)
    returns table (tenant_id text, resident_id uuid, wrapped bytea)
    language plpgsql as
$$
begin
    insert into events.resident_keys as k (tenant_id, resident_id, wrapped, created)
    select n.tenant, n.resident, n.offer, take_keys.at
    from unnest(tenants, residents, offers) with ordinality as n (tenant, resident, offer, place)
    where not exists (select from events.resident_keys o where o.tenant_id = n.tenant and o.resident_id = n.resident)
      and not exists (select from events.deletions d where d.tenant_id = n.tenant and d.resident_id = n.resident)
    order by n.place
    on conflict do nothing;
    return query
        select k.tenant_id, k.resident_id, k.wrapped
        from unnest(tenants, residents) as n (tenant, resident)
        join events.resident_keys k on k.tenant_id = n.tenant and k.resident_id = n.resident;
end
$$;

-- Writing bypasses row-level security, so the wall is here: once for the batch, not once per row.
create function events.guard(tenants text[]) returns void
    language plpgsql as
$$
begin
    if current_setting('role') = 'webcare_app' and exists (select unnest(tenants) except select unnest(hub.tenants())) then
        raise exception 'The transaction may not touch this tenant' using errcode = 'insufficient_privilege';
    end if;
end
$$;

-- Appends a batch. Streams are distinct and sorted, an append is a run of events of one stream with its own metadata, an event refers to its
-- append. Places count from 1. A stream at another version ends everything with WH001 and its place as the message.
create function events.append_batch(
    tenants text[], keys text[], expected bigint[], counts bigint[],
    append_streams int[], residents uuid[], correlations text[], causations text[],
    event_appends int[], versions bigint[], ids uuid[], event_types int[], bodies jsonb[],
    types text[], dotnet_types text[], at timestamptz
) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
declare
    stale bigint;
begin
    perform events.guard(tenants);
    perform events.enter();

    with made as (
        insert into events.mt_streams (tenant_id, id, version, timestamp, created, is_archived)
        select n.tenant, n.key, n.added, append_batch.at, append_batch.at, false
        from unnest(tenants, keys, expected, counts) with ordinality as n (tenant, key, expected, added, place)
        where n.expected = 0
        order by n.place
        on conflict do nothing
        returning tenant_id, id
    )
    select min(n.place) into stale
    from unnest(tenants, keys, expected) with ordinality as n (tenant, key, expected, place)
    left join made on made.tenant_id = n.tenant and made.id = n.key
    where n.expected = 0 and made.id is null;
    if stale is not null then
        raise exception '%', stale using errcode = 'WH001';
    end if;

    with held as materialized (
        select s.tenant_id, s.id, s.version, s.is_archived
        from unnest(tenants, keys, expected) as n (tenant, key, expected)
        join events.mt_streams s on s.tenant_id = n.tenant and s.id = n.key
        where n.expected > 0
        order by s.tenant_id, s.id
        for no key update of s
    )
    select min(n.place) into stale
    from unnest(tenants, keys, expected) with ordinality as n (tenant, key, expected, place)
    left join held on held.tenant_id = n.tenant and held.id = n.key
    where n.expected > 0 and (held.version is distinct from n.expected or held.is_archived);
    if stale is not null then
        raise exception '%', stale using errcode = 'WH001';
    end if;

    update events.mt_streams s
    set version = n.expected + n.added, timestamp = append_batch.at
    from unnest(tenants, keys, expected, counts) as n (tenant, key, expected, added)
    where n.expected > 0 and s.tenant_id = n.tenant and s.id = n.key;

    insert into events.mt_events (
        seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, causation_id, headers, is_archived)
    select nextval('events.mt_events_sequence'), e.id, e.key, e.version, e.body, types[e.type], append_batch.at, e.tenant, dotnet_types[e.type],
           e.correlation, e.causation, e.headers, false
    from (
        select n.id, s.key, n.version, n.body, n.type, s.tenant, a.correlation, a.causation,
               case when a.resident is not null then jsonb_build_object('resident', a.resident) end as headers
        from unnest(event_appends, versions, ids, event_types, bodies) with ordinality as n (append, version, id, type, body, place)
        join unnest(append_streams, residents, correlations, causations) with ordinality as a (stream, resident, correlation, causation, place)
          on a.place = n.append
        join unnest(tenants, keys) with ordinality as s (tenant, key, place) on s.place = a.stream
        order by n.place
    ) e;
end
$$;

create function events.archive_stream(tenant text, key text) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
begin
    perform events.guard(array [tenant]);
    perform events.mt_archive_stream(key, tenant);
end
$$;

revoke execute on function events.guard, events.append_batch, events.archive_stream, events.take_keys from public;
grant execute on function events.guard, events.append_batch, events.archive_stream, events.take_keys to webcare_app, webcare_timer;
grant execute on function events.take_keys to webcare_feed;
