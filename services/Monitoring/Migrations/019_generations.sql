-- All that is made of the log is made anew in generations: the questions, the environment analyses and the hours bank each have their own.
alter table monitoring.generations add column projection varchar not null default 'questions';
alter table monitoring.generations alter column projection drop default;
alter table monitoring.generations drop constraint generations_pkey;
alter table monitoring.generations add primary key (projection, generation);
drop index monitoring.generations_one;
create unique index generations_one on monitoring.generations (projection, state) where state in ('filling', 'serving');
insert into monitoring.generations (projection, generation, state) values ('environment', 1, 'serving'), ('hours', 1, 'serving');

create function monitoring.serving(text) returns integer language sql stable as
    $$ select generation from monitoring.generations where projection = $1 and state = 'serving' $$;

-- A row for what each event made of a crisis or a rumour, so that it can be told as it was.
alter table monitoring.environment_crises
    add column generation integer not null default 1,
    add column position bigint not null default 0,
    add column at timestamptz not null default '-infinity';
alter table monitoring.environment_crises
    alter column generation drop default, alter column position drop default, alter column at drop default,
    drop constraint environment_crises_pkey, add primary key (generation, id, position);

alter table monitoring.environment_rumours
    add column generation integer not null default 1,
    add column position bigint not null default 0,
    add column at timestamptz not null default '-infinity';
alter table monitoring.environment_rumours
    alter column generation drop default, alter column position drop default, alter column at drop default,
    drop constraint environment_rumours_pkey, add primary key (generation, id, position);
drop index monitoring.environment_rumours_crisis;
create index environment_rumours_crisis on monitoring.environment_rumours (generation, crisis_id);

alter table monitoring.environment_messages add column generation integer not null default 1;
alter table monitoring.environment_messages
    alter column generation drop default,
    drop constraint environment_messages_pkey, add primary key (generation, crisis_id, message_id);
drop index monitoring.environment_messages_conversation;
create index environment_messages_conversation on monitoring.environment_messages (generation, conversation_id);

-- In how many conversations a word was new, by the second.
alter table monitoring.environment_words
    add column generation integer not null default 1,
    add column at timestamptz not null default '-infinity';
alter table monitoring.environment_words
    alter column generation drop default, alter column at drop default,
    drop constraint environment_words_pkey, add primary key (generation, crisis_id, group_id, word, at);

alter table monitoring.environment_position add column generation integer not null default 1;
alter table monitoring.environment_position alter column generation drop default, add primary key (generation);
grant insert, delete on monitoring.environment_position to webcare_feed;

-- What the analyst wrote is kept with what was written before.
alter table monitoring.environment_drafts drop constraint environment_drafts_pkey, add primary key (crisis_id, saved_at);

alter table monitoring.hours_at_work add column generation integer not null default 1;
alter table monitoring.hours_at_work
    alter column generation drop default, drop constraint hours_at_work_pkey, add primary key (generation, tenant_id, agent);
alter table monitoring.hours_entries add column generation integer not null default 1;
alter table monitoring.hours_entries
    alter column generation drop default, drop constraint hours_entries_pkey, add primary key (generation, tenant_id, shift, conversation);
alter table monitoring.hours_corrections add column generation integer not null default 1;
alter table monitoring.hours_corrections
    alter column generation drop default, drop constraint hours_corrections_pkey, add primary key (generation, tenant_id, id);
alter table monitoring.hours_members add column generation integer not null default 1;
alter table monitoring.hours_members
    alter column generation drop default, drop constraint hours_members_pkey, add primary key (generation, tenant_id, municipality);

-- What was counted before this version did not keep moments: it is counted anew, while the old serves.
insert into monitoring.generations (projection, generation, state)
select 'environment', 2, 'filling' where exists (select from monitoring.environment_crises);
