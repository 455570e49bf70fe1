-- What a layer says in a crisis. tenant_id is the layer that issues it; an exercise's begins with oef. (as everywhere).
create table crisis.core_messages (
    tenant_id varchar not null,
    id uuid not null primary key,
    crisis_id uuid not null,
    issued_at timestamptz not null,
    is_withdrawn boolean not null,
    version bigint not null,
    issued jsonb not null,
    withdrawn jsonb
);
create index core_messages_newest on crisis.core_messages (tenant_id, issued_at desc, id desc);
create index core_messages_crisis on crisis.core_messages (crisis_id);
select hub.protect('crisis.core_messages');

-- What each municipality did with it, last.
create table crisis.core_message_stands (
    tenant_id varchar not null,
    message_id uuid not null,
    municipality varchar not null,
    stand jsonb not null,
    primary key (message_id, municipality)
);
select hub.protect('crisis.core_message_stands');

-- What goes round. tenant_id as above.
create table crisis.rumours (
    tenant_id varchar not null,
    id uuid not null primary key,
    crisis_id uuid not null,
    changed_at timestamptz not null,
    version bigint not null,
    rumour jsonb not null
);
create index rumours_latest on crisis.rumours (tenant_id, changed_at desc, id desc);
create index rumours_crisis on crisis.rumours (crisis_id);
select hub.protect('crisis.rumours');

-- Answers to many that belong to a crisis; what they are stands in the streams answer-to-many-…, and tenant_id is theirs.
create table crisis.answers (
    tenant_id varchar not null,
    id uuid not null primary key,
    crisis_id uuid not null
);
create index answers_crisis on crisis.answers (crisis_id);
select hub.protect('crisis.answers');

-- The crises that were declared, from their own events. tenant_id is the layer whose coordinator leads it.
create table crisis.facts (
    tenant_id varchar not null,
    stream varchar not null primary key,
    id uuid not null unique,
    is_exercise boolean not null,
    ended_at timestamptz,
    version bigint not null,
    facts jsonb not null
);
select hub.protect('crisis.facts');
