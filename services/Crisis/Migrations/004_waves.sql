-- Waves of made-up messages for exercises. tenant_id is the layer whose coordinator leads the crisis. `source` is what it was when it began, under
-- the master key: a recorded period holds what residents once wrote. `position` is how far it was in its own time at `began_at`.
create table crisis.waves (
    id uuid primary key,
    tenant_id varchar not null,
    crisis_id uuid not null,
    title varchar not null,
    source bytea not null,
    state smallint not null,
    messages integer not null,
    sent integer not null,
    factor double precision not null,
    per_minute integer,
    position interval not null,
    began_at timestamptz not null,
    began_sent integer not null,
    started_by varchar not null,
    started_by_name varchar not null,
    started_at timestamptz not null
);
create index waves_crisis on crisis.waves (crisis_id, started_at desc);
create index waves_running on crisis.waves (id) where state = 0;
select hub.protect('crisis.waves');
