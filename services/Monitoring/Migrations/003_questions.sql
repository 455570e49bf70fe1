-- What is known of each question, for figures and the newsroom. All of it is made anew from the log: a generation is filled beside the one that
-- serves, takes its place when it is as far, and the old one is removed. No text and no name; a resident is a keyed hash until erasing.
create table monitoring.generations (
    generation integer primary key,
    state text not null check (state in ('filling', 'serving', 'removing')),
    position bigint not null default 0,
    goal bigint not null default 0,
    started_at timestamptz not null default now()
);
create unique index generations_one on monitoring.generations (state) where state in ('filling', 'serving');
insert into monitoring.generations (generation, state) values (1, 'serving');
grant select on monitoring.generations to webcare_app, webcare_feed, webcare_timer;
grant insert, update, delete on monitoring.generations to webcare_feed;

create table monitoring.questions (
    generation integer not null,
    tenant_id varchar not null,
    id uuid not null,
    channel varchar not null,
    is_public boolean not null,
    resident varchar,
    topic varchar,
    opened_at timestamptz not null,
    last_at timestamptz not null,
    is_open boolean not null,
    position bigint not null,
    story text not null,
    primary key (generation, tenant_id, id)
);
create index questions_opened on monitoring.questions (generation, tenant_id, opened_at);
create index questions_last on monitoring.questions (generation, tenant_id, last_at);
create index questions_open on monitoring.questions (generation, tenant_id) where is_open;
create index questions_position on monitoring.questions (generation, position);
create index questions_resident on monitoring.questions (generation, tenant_id, resident) where resident is not null;
select hub.protect('monitoring.questions');

-- Two residents are one person, as a colleague says; both ways round.
create table monitoring.persons (
    generation integer not null,
    tenant_id varchar not null,
    one varchar not null,
    other varchar not null,
    at timestamptz not null,
    primary key (generation, tenant_id, one, other)
);
select hub.protect('monitoring.persons');

-- When a colleague, as a hash, came to work, went away for a moment, or went home.
create table monitoring.presence (
    generation integer not null,
    tenant_id varchar not null,
    worker varchar not null,
    at timestamptz not null,
    state varchar not null,
    primary key (generation, tenant_id, worker, at)
);
create index presence_at on monitoring.presence (generation, tenant_id, at);
select hub.protect('monitoring.presence');
