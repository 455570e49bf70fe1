-- The environment analysis (omgevingsanalyse) of a crisis. All but drafts and versions is made anew from the log.

-- The crises that are or were in force, as far as counting needs to know. tenant_id is the layer whose coordinator leads it.
create table monitoring.environment_crises (
    tenant_id varchar not null,
    id uuid not null primary key,
    active boolean not null,
    facts jsonb not null
);
select hub.protect('monitoring.environment_crises');

-- A row per message of a resident, without a word of it: what it counts for. The signature tells which questions are alike; nothing can be read
-- back from it, and it goes when the crisis ends. Erasing gives conversation and message new numbers, so that the count stays and the trail ends.
create table monitoring.environment_messages (
    tenant_id varchar not null,
    crisis_id uuid not null,
    message_id uuid not null,
    conversation_id uuid not null,
    channel varchar not null,
    at timestamptz not null,
    group_id uuid,
    signs varchar[] not null,
    answered_at timestamptz,
    signature bytea,
    primary key (crisis_id, message_id)
);
create index environment_messages_conversation on monitoring.environment_messages (conversation_id);
select hub.protect('monitoring.environment_messages');

-- The words of a group, in how many conversations: only words that the blueprint itself uses, never a name, number or address of a resident.
create table monitoring.environment_words (
    tenant_id varchar not null,
    crisis_id uuid not null,
    group_id uuid not null,
    word varchar not null,
    questions integer not null,
    primary key (crisis_id, group_id, word)
);
select hub.protect('monitoring.environment_words');

-- tenant_id is that of the rumour's stream: the layer, and for an exercise oef. before it.
create table monitoring.environment_rumours (
    tenant_id varchar not null,
    id uuid not null primary key,
    crisis_id uuid not null,
    rumour jsonb not null
);
create index environment_rumours_crisis on monitoring.environment_rumours (crisis_id);
select hub.protect('monitoring.environment_rumours');

-- How far the counting is, so that groups held in memory are known to be those of the rows.
create table monitoring.environment_position (sequence bigint not null);
insert into monitoring.environment_position values (0);
grant select, update on monitoring.environment_position to webcare_feed;

-- What the analyst is writing.
create table monitoring.environment_drafts (
    tenant_id varchar not null,
    crisis_id uuid not null primary key,
    advice jsonb not null,
    saved_at timestamptz not null
);
select hub.protect('monitoring.environment_drafts');

-- Versions that were frozen. Nothing changes or removes them, whoever asks.
create table monitoring.environment_versions (
    tenant_id varchar not null,
    crisis_id uuid not null,
    number integer not null,
    frozen_at timestamptz not null,
    version jsonb not null,
    primary key (crisis_id, number)
);
select hub.protect('monitoring.environment_versions');
revoke update, delete, truncate on monitoring.environment_versions from webcare_app, webcare_feed, webcare_timer;

create function monitoring.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'A frozen version never changes.';
end
$$;
create trigger environment_versions_frozen before update or delete on monitoring.environment_versions
    for each row execute function monitoring.refuse_change();
create trigger environment_versions_kept before truncate on monitoring.environment_versions
    for each statement execute function monitoring.refuse_change();
