-- What a municipality says in a crisis, from the log. tenant_id is the municipality; in an exercise the one beside it.
create table routing.core_messages (
    tenant_id varchar not null,
    message_id uuid not null,
    version int not null,
    layer varchar not null,
    title varchar not null,
    text varchar not null,
    stand_of timestamptz not null,
    valid_from timestamptz not null,
    valid_until timestamptz,
    is_outdated boolean not null default false,
    is_withdrawn boolean not null default false,
    primary key (tenant_id, message_id)
);
create index core_messages_message on routing.core_messages (message_id);
select hub.protect('routing.core_messages');

-- The answers made with one: who received it.
create table routing.core_message_answers (
    tenant_id varchar not null,
    reply_id uuid not null primary key,
    message_id uuid not null,
    version int not null,
    conversation_id uuid not null,
    channel varchar not null,
    state smallint not null,
    at timestamptz not null
);
create index core_message_answers_message on routing.core_message_answers (tenant_id, message_id, at, reply_id);
select hub.protect('routing.core_message_answers');

-- Figures only. tenant_id is the layer that issued it, so that all of its area may know them.
create table routing.core_message_counts (
    tenant_id varchar not null,
    message_id uuid not null,
    municipality varchar not null,
    channel varchar not null,
    version int not null,
    answers int not null,
    failed int not null,
    primary key (message_id, municipality, channel, version)
);
select hub.protect('routing.core_message_counts');

-- Which layer issued what.
create table routing.core_message_layers (
    tenant_id varchar not null,
    message_id uuid not null primary key
);
select hub.protect('routing.core_message_layers');
