-- Ended conversations per week and topic: how many were about it, how many ended with it, how many of those a colleague answered without a
-- standard answer. Numbers alone, no words of residents. An empty topic: none was recognised.

create table blueprint.unanswered (
    tenant_id varchar not null,
    week date not null,
    topic varchar not null,
    matched integer not null,
    ended integer not null,
    unanswered integer not null,
    primary key (tenant_id, week, topic)
);
create index unanswered_week on blueprint.unanswered (week, topic);
select hub.protect('blueprint.unanswered');

-- The same over all municipalities, with tenant_id nl. Its numbers are there only when at least five municipalities contribute to them.
create table blueprint.unanswered_everywhere (
    tenant_id varchar not null,
    week date not null,
    topic varchar not null,
    municipalities integer not null,
    ended integer,
    unanswered integer,
    primary key (tenant_id, week, topic)
);
select hub.protect('blueprint.unanswered_everywhere');
