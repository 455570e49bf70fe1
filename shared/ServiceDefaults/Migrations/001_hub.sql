-- What every service shares beside the log.

-- Development's clock: seconds that every process adds to the time of day.
create table hub.clock (only_row boolean primary key default true check (only_row), offset_seconds bigint not null);
insert into hub.clock (offset_seconds) values (0);
grant select, update on hub.clock to webcare_timer;

-- Identity providers and the municipalities each may speak for.
create table hub.issuers (
    authority text primary key,
    audience text not null default 'webcare',
    municipalities text[] not null
);
grant select on hub.issuers to webcare_timer;

-- Messages that failed by themselves, alone, again. Tenant '' is a message that names no municipality.
create table hub.dead_letters (
    id uuid primary key,
    tenant_id text not null,
    queue text not null,
    message_id text not null,
    content_type text not null,
    trace_parent text,
    sealed bytea,
    reason text not null,
    subjects text[] not null,
    attempts int not null,
    first_failed_at timestamptz not null,
    replayed_at timestamptz
);
create index dead_letters_newest on hub.dead_letters (tenant_id, first_failed_at desc, id desc);
create index dead_letters_subjects on hub.dead_letters using gin (subjects);
create index dead_letters_message on hub.dead_letters (queue, message_id);
select hub.protect('hub.dead_letters');
