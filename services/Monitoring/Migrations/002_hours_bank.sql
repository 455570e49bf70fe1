-- The hours bank: which municipality helped which through a pool. All of it but hours_months and hours_closed is made anew from the log.

-- Colleagues who have questions of others now, as the accounting left them: with their municipality as tenant, and a copy per pool whose
-- questions they have, by which the pool's page counts what is under way. No screen shows them.
create table monitoring.hours_at_work (
    tenant_id varchar not null,
    agent varchar not null,
    state jsonb not null,
    conversations uuid[] not null,
    primary key (tenant_id, agent)
);
create index hours_at_work_agent on monitoring.hours_at_work (agent);
create index hours_at_work_conversations on monitoring.hours_at_work using gin (conversations);
select hub.protect('monitoring.hours_at_work');

-- A question in a shift. The pool is the tenant; a shift is a number that names nobody; the month is the first day of that in which it began.
create table monitoring.hours_entries (
    tenant_id varchar not null,
    shift varchar not null,
    conversation uuid not null,
    day date not null,
    month date not null,
    giver varchar not null,
    receiver varchar not null,
    topic varchar not null,
    ticks bigint not null,
    helped boolean not null,
    primary key (tenant_id, shift, conversation)
);
create index hours_entries_month on monitoring.hours_entries (tenant_id, month);
select hub.protect('monitoring.hours_entries');

create table monitoring.hours_corrections (
    tenant_id varchar not null,
    id uuid not null,
    month date not null,
    giver varchar not null,
    receiver varchar not null,
    seconds bigint not null,
    reason text not null,
    about date,
    booked_by text not null,
    booked_at timestamptz not null,
    primary key (tenant_id, id)
);
select hub.protect('monitoring.hours_corrections');

-- Who has ever taken part in a pool: they may read its hours bank.
create table monitoring.hours_members (
    tenant_id varchar not null,
    municipality varchar not null,
    primary key (tenant_id, municipality)
);
select hub.protect('monitoring.hours_members');

-- Months that are closed, with their entries as they were then. Nothing changes or removes them.
create table monitoring.hours_months (
    tenant_id varchar not null,
    month date not null,
    closed_at timestamptz not null,
    primary key (tenant_id, month)
);
select hub.protect('monitoring.hours_months');

create table monitoring.hours_closed (
    tenant_id varchar not null,
    month date not null,
    shift varchar not null,
    day date not null,
    giver varchar not null,
    receiver varchar not null,
    topic varchar not null,
    seconds bigint not null,
    questions integer not null,
    primary key (tenant_id, month, shift, giver, receiver, topic)
);
select hub.protect('monitoring.hours_closed');

revoke update, delete on monitoring.hours_months, monitoring.hours_closed from webcare_app, webcare_feed, webcare_timer;
