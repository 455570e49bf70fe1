-- The log, in the tables of Marten 9: string stream keys, conjoined tenancy, correlation, causation and headers, append mode
-- QuickWithServerTimestamps. Nothing may be added to these tables: a Marten with its defaults drops what it does not know.

create schema events;
grant usage on schema events to webcare_app, webcare_feed, webcare_timer;

create table events.mt_streams (
    tenant_id   varchar not null default '*DEFAULT*',
    id          varchar not null,
    type        varchar,
    version     bigint,
    timestamp   timestamptz not null default now(),
    created     timestamptz not null default now(),
    is_archived boolean default false,
    constraint pkey_mt_streams_tenant_id_id primary key (tenant_id, id)
);

create table events.mt_events (
    seq_id         bigint not null,
    id             uuid not null,
    stream_id      varchar,
    version        bigint not null,
    data           jsonb not null,
    bdata          bytea,
    type           varchar(500) not null,
    timestamp      timestamptz not null default now(),
    tenant_id      varchar default '*DEFAULT*',
    mt_dotnet_type varchar,
    correlation_id varchar,
    causation_id   varchar,
    headers        jsonb,
    is_archived    boolean default false,
    constraint pkey_mt_events_seq_id primary key (seq_id),
    constraint fkey_mt_events_stream_id_tenant_id foreign key (tenant_id, stream_id) references events.mt_streams (tenant_id, id)
);
create unique index pk_mt_events_stream_and_version on events.mt_events (tenant_id, stream_id, version);
create sequence events.mt_events_sequence owned by events.mt_events.seq_id;

create table events.mt_event_progression (
    name         varchar not null constraint pk_mt_event_progression primary key,
    last_seq_id  bigint,
    last_updated timestamptz default transaction_timestamp()
);

create table events.mt_high_water_skips (
    ending_sequence   bigint not null constraint pkey_mt_high_water_skips_ending_sequence primary key,
    starting_sequence bigint not null,
    timestamp         timestamptz default transaction_timestamp()
);

create function events.mt_mark_event_progression(name varchar, last_encountered bigint) returns void
    language sql as
$$
    insert into events.mt_event_progression as p (name, last_seq_id, last_updated)
    values ($1, $2, transaction_timestamp())
    on conflict on constraint pk_mt_event_progression
        do update set last_seq_id = excluded.last_seq_id, last_updated = excluded.last_updated;
$$;

-- Moves the mark only from where the caller saw it, and records what was passed over.
create function events.mt_mark_progression_with_skip(shard_name varchar, ending_sequence bigint, starting_sequence bigint) returns bigint
    language plpgsql as
$$
declare
    mark bigint := (select p.last_seq_id from events.mt_event_progression p where p.name = shard_name for update);
begin
    if mark is not null and mark <> starting_sequence then
        return mark;
    end if;
    perform events.mt_mark_event_progression(shard_name, ending_sequence);
    if ending_sequence > starting_sequence then
        insert into events.mt_high_water_skips as s (ending_sequence, starting_sequence)
        values ($2, $3)
        on conflict do nothing;
    end if;
    return ending_sequence;
end
$$;

create function events.mt_archive_stream(streamid varchar, tenantid varchar) returns void
    language sql as
$$
    update events.mt_streams set is_archived = true where tenant_id = $2 and id = $1;
    update events.mt_events set is_archived = true where tenant_id = $2 and stream_id = $1;
$$;

-- Every writer holds this lock, shared, from before it draws sequence numbers until it has committed; the feed waits for its holders.
create function events.enter() returns void
    language sql as
$$ select pg_advisory_xact_lock_shared(8242611) $$;

-- Marten's own way in, for one stream. It enters as our writers do, so that the feed stays exact.
create function events.mt_quick_append_events(
    stream varchar, stream_type varchar, tenantid varchar, event_ids uuid[], event_types varchar[], dotnet_types varchar[],
    bodies jsonb[], bdatas bytea[], causation_ids varchar[], correlation_ids varchar[], headers jsonb[], timestamps timestamptz[],
    expected_version bigint default null
) returns bigint[]
    language plpgsql as
$$
declare
    known   events.mt_streams;
    numbers bigint[];
begin
    perform events.enter();
    insert into events.mt_streams (tenant_id, id, type, version) values (tenantid, stream, stream_type, 0) on conflict do nothing;
    select * into known from events.mt_streams s where s.tenant_id = tenantid and s.id = stream for no key update;
    if known.is_archived then
        raise exception 'Stream % is archived', stream using errcode = 'MT001';
    end if;
    if expected_version is not null and known.version <> expected_version then
        raise exception 'Stream % is at version %, not %', stream, known.version, expected_version using errcode = 'MT003';
    end if;
    with drawn as (
        insert into events.mt_events as e (
            seq_id, id, stream_id, version, data, bdata, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, causation_id, headers, is_archived)
        select nextval('events.mt_events_sequence'), n.id, stream, known.version + n.place, n.body, n.bdata, n.type, n.at, tenantid, n.dotnet,
               n.correlation, n.causation, n.header, false
        from (
            select *
            from unnest(event_ids, event_types, dotnet_types, bodies, bdatas, causation_ids, correlation_ids,
                        mt_quick_append_events.headers, timestamps)
                with ordinality as u (id, type, dotnet, body, bdata, causation, correlation, header, at, place)
            order by place
        ) n
        returning e.seq_id
    )
    select array_agg(seq_id order by seq_id) into numbers from drawn;
    update events.mt_streams s set version = known.version + cardinality(numbers), timestamp = now()
    where s.tenant_id = tenantid and s.id = stream;
    return array_prepend(known.version + cardinality(numbers), numbers);
end
$$;

-- Reading goes through the wall; writing only through the functions of 003_store.sql.
grant select on events.mt_streams, events.mt_events to webcare_app, webcare_feed, webcare_timer;
grant select, insert, update, delete on events.mt_event_progression to webcare_feed;
grant select on events.mt_event_progression to webcare_app, webcare_timer;
grant select on sequence events.mt_events_sequence to webcare_app, webcare_feed, webcare_timer;
alter table events.mt_streams enable row level security;
alter table events.mt_events enable row level security;
create policy webcare_tenants on events.mt_streams for select to webcare_app using (tenant_id = any ((select hub.tenants())::text[]));
create policy webcare_tenants on events.mt_events for select to webcare_app using (tenant_id = any ((select hub.tenants())::text[]));
create policy webcare_all on events.mt_streams for select to webcare_feed, webcare_timer using (true);
create policy webcare_all on events.mt_events for select to webcare_feed, webcare_timer using (true);
