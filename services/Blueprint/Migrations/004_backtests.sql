-- Back-tests: what was asked, how far it is, and what came of it. tenant_id is the municipality that asked. Of samples only the place in the log
-- is kept; the files of the candidate go once it is over.
create table blueprint.backtests (
    id uuid primary key,
    tenant_id varchar not null,
    state varchar not null,
    asked jsonb not null,
    title varchar not null,
    layers jsonb,
    by_id varchar not null,
    by_name varchar not null,
    asked_at timestamptz not null,
    started_at timestamptz,
    ended_at timestamptz,
    progress integer not null default 0,
    read bigint not null default 0,
    stop boolean not null default false,
    failure varchar,
    report jsonb
);
create index backtests_tenant on blueprint.backtests (tenant_id, asked_at desc);
create index backtests_open on blueprint.backtests (asked_at) where state in ('waiting', 'running');
select hub.protect('blueprint.backtests');
