-- What Routing keeps beside the log: who is who, the work list, and what is needed to find a message again.
-- Platform ids stand here as keyed hashes only; what a colleague reads of a resident stands in columns that erasure empties.

create schema if not exists routing;
grant usage on schema routing to webcare_app, webcare_feed, webcare_timer;

-- Duplicates. A key stays when its resident is erased: a late redelivery must not bring them back.
create table routing.received (
    tenant_id varchar not null,
    event_key varchar not null,
    received_on date not null,
    primary key (tenant_id, event_key)
);

create table routing.residents (
    id uuid primary key,
    tenant_id varchar not null,
    channel varchar not null,
    merged_into uuid,
    -- Platform ids, sealed with the resident's own key.
    address bytea,
    created_at timestamptz not null,
    erased_at timestamptz
);
create index residents_merged on routing.residents (merged_into) where merged_into is not null;

create table routing.aliases (
    tenant_id varchar not null,
    alias varchar not null,
    resident_id uuid not null,
    primary key (tenant_id, alias)
);
create index aliases_resident on routing.aliases (resident_id);

-- The work list: one row per conversation, equal to the state its events make.
create table routing.conversations (
    id uuid primary key,
    tenant_id varchar not null,
    version bigint not null,
    channel varchar not null,
    app varchar not null,
    account varchar not null,
    -- Whose key protects it, and who that person is since the platform said two ids are one.
    resident_id uuid not null,
    person_id uuid not null,
    visibility smallint not null,
    previous_id uuid,
    status smallint not null,
    claimed_by varchar,
    claimed_name varchar,
    question_id uuid,
    topic varchar,
    intent varchar,
    priority smallint not null,
    theme varchar not null,
    work_list varchar not null,
    role varchar,
    overflow varchar not null,
    approval_required boolean not null,
    suggested varchar not null,
    labels varchar not null,
    why_here varchar,
    acknowledged boolean not null,
    resident_name varchar,
    preview varchar,
    unread boolean not null,
    opened_at timestamptz not null,
    last_message_at timestamptz not null,
    waiting_since timestamptz,
    due_at timestamptz,
    overdue boolean not null,
    window_until timestamptz,
    snoozed_until timestamptz,
    resolved_at timestamptz,
    needs_attention boolean not null,
    erased boolean not null,
    -- The order of the work list: what is due never sorts last, what is not due does.
    due_sort timestamptz generated always as (coalesce(due_at, 'infinity'::timestamptz)) stored,
    priority_sort smallint generated always as (3 - priority) stored
);
create index conversations_person on routing.conversations (person_id, account, opened_at desc);
create index conversations_resident on routing.conversations (resident_id);
create index conversations_latest on routing.conversations (tenant_id, last_message_at desc, id desc);
create index conversations_waiting on routing.conversations (tenant_id, priority_sort, due_sort, waiting_since, id) where status = 0;
create index conversations_held on routing.conversations (tenant_id, claimed_by, due_sort, id) where claimed_by is not null and status <> 4;
create index conversations_answered on routing.conversations (tenant_id, last_message_at desc, id desc) where status = 2;
create index conversations_snoozed on routing.conversations (tenant_id, snoozed_until, id) where status = 3;
create index conversations_overdue on routing.conversations (tenant_id, due_at, id) where due_at is not null and status in (0, 1);
create index conversations_attention on routing.conversations (tenant_id, last_message_at desc, id desc) where needs_attention;
create index conversations_resolved on routing.conversations (tenant_id, resolved_at desc, id desc) where status = 4;
create index conversations_topic on routing.conversations (tenant_id, topic, last_message_at desc, id desc);
-- What time brings, over all municipalities.
create index conversations_time_due on routing.conversations (due_at) where due_at is not null and not overdue and status in (0, 1);
create index conversations_time_snooze on routing.conversations (snoozed_until) where status = 3;
create index conversations_time_retention on routing.conversations (resolved_at) where status = 4 and not erased;

-- From a platform's message id (hashed) to ours: for edits, deletions, reactions and echoes.
create table routing.messages (
    tenant_id varchar not null,
    platform_hash varchar not null,
    message_id uuid not null,
    conversation_id uuid not null,
    resident_id uuid not null,
    primary key (tenant_id, platform_hash)
);
create index messages_conversation on routing.messages (conversation_id);

-- Edits, deletions and reactions that came before their message, sealed with the resident's key.
create table routing.pending (
    tenant_id varchar not null,
    platform_hash varchar not null,
    event_key varchar not null,
    resident_id uuid not null,
    sealed bytea not null,
    at timestamptz not null,
    primary key (tenant_id, platform_hash, event_key)
);
create index pending_resident on routing.pending (resident_id);
create index pending_at on routing.pending (at);

create table routing.deliveries (
    tenant_id varchar not null,
    id uuid not null,
    channel varchar not null,
    app varchar not null,
    account varchar not null,
    accepted_at timestamptz not null,
    items jsonb not null,
    body_kept uuid,
    primary key (tenant_id, id)
);
create index deliveries_newest on routing.deliveries (tenant_id, accepted_at desc, id desc);

create table routing.viewers (
    tenant_id varchar not null,
    conversation_id uuid not null,
    agent_id varchar not null,
    agent_name varchar not null,
    seen_at timestamptz not null,
    primary key (tenant_id, conversation_id, agent_id)
);

create table routing.processing_log (
    id bigint generated always as identity primary key,
    tenant_id varchar not null,
    conversation_id uuid not null,
    agent_id varchar not null,
    activity varchar not null,
    at timestamptz not null,
    trace_id varchar
);
create index processing_log_newest on routing.processing_log (tenant_id, id desc);

-- Words of messages, answers and names. Each text carries its municipality as a word, so that one index serves both.
create table routing.search (
    tenant_id varchar not null,
    item_id uuid not null,
    conversation_id uuid not null,
    resident_id uuid not null,
    words tsvector not null,
    at timestamptz not null,
    primary key (item_id)
);
create index search_words on routing.search using gin (words);
create index search_resident on routing.search (resident_id);
create index search_conversation on routing.search (conversation_id);

create table routing.hourly_counts (
    tenant_id varchar not null,
    channel varchar not null,
    topic varchar not null,
    hour timestamptz not null,
    messages integer not null,
    primary key (tenant_id, hour, channel, topic)
);

select hub.protect('routing.received');
select hub.protect('routing.residents');
select hub.protect('routing.aliases');
select hub.protect('routing.conversations');
select hub.protect('routing.messages');
select hub.protect('routing.pending');
select hub.protect('routing.deliveries');
select hub.protect('routing.viewers');
select hub.protect('routing.processing_log');
select hub.protect('routing.search');
select hub.protect('routing.hourly_counts');

-- Residents who were forgotten, until every service has been told.
create table routing.erasures (
    tenant_id varchar not null,
    resident_id uuid not null,
    channel varchar not null,
    file_ids uuid[] not null,
    aliases varchar[] not null,
    at timestamptz not null,
    primary key (tenant_id, resident_id)
);
select hub.protect('routing.erasures');
