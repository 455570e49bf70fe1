create schema if not exists channels;
grant usage on schema channels to webcare_app, webcare_feed, webcare_timer;

-- One row per part of an answer. States are Contracts.DeliveryState. `content` and `platform_id` are under the resident's key; `platform_key`
-- is a keyed hash, because platform ids can hold phone numbers.
create table channels.outbound (
    part_id uuid primary key,
    tenant_id text not null,
    channel text not null,
    app text not null,
    account text not null,
    conversation_id uuid not null,
    reply_id uuid not null,
    part integer not null,
    parts integer not null,
    resident_id uuid not null,
    content bytea,
    window_until timestamptz,
    state smallint not null,
    told smallint not null,
    platform_key text,
    platform_id bytea,
    reason text,
    retryable boolean not null default false,
    left_alone boolean not null default false,
    settled_by uuid,
    attempts integer not null default 0,
    due_at timestamptz not null,
    requested_at timestamptz not null,
    changed_at timestamptz not null,
    sent_at timestamptz,
    delivered_at timestamptz,
    read_at timestamptz,
    unique (reply_id, part)
);
create index outbound_due on channels.outbound (channel, due_at) where state in (0, 1);
create index outbound_untold on channels.outbound (channel, changed_at) where told <> state and state >= 2;
create index outbound_platform on channels.outbound (platform_key) where platform_key is not null;
create index outbound_open on channels.outbound (conversation_id, requested_at) where state in (0, 1, 2);
create index outbound_resident on channels.outbound (tenant_id, resident_id);
select hub.protect('channels.outbound');

-- One row per file of a resident, fetched, or of a colleague, to be sent. `source` is under the resident's key.
create table channels.files (
    file_id uuid primary key,
    tenant_id text not null,
    channel text not null,
    app text not null,
    account text not null,
    conversation_id uuid,
    resident_id uuid not null,
    source bytea,
    state smallint not null, -- 0 wanted, 1 stored, 2 never
    told boolean not null,
    content_type text,
    length bigint not null default 0,
    failure text,
    attempts integer not null default 0,
    due_at timestamptz not null,
    requested_at timestamptz not null,
    changed_at timestamptz not null
);
create index files_due on channels.files (channel, due_at) where state = 0;
create index files_untold on channels.files (channel, changed_at) where not told and state > 0;
create index files_resident on channels.files (tenant_id, resident_id);
select hub.protect('channels.files');

-- Raw bodies in which something could not be read, under the master key, for as long as the retention says.
create table channels.bodies (
    body_id uuid primary key,
    channel text not null,
    app text not null,
    body bytea not null,
    subjects text[] not null,
    accepted_at timestamptz not null
);
create index bodies_accepted on channels.bodies (accepted_at);
create index bodies_subjects on channels.bodies using gin (subjects);
grant insert on channels.bodies to webcare_app;
grant select, insert, delete on channels.bodies to webcare_timer;
