-- Whom colleagues say is somebody else: not suggested again to anybody of that municipality, until it is taken back.
create table routing.dismissals (
    tenant_id varchar not null,
    one uuid not null,
    other uuid not null,
    by_id varchar not null,
    by_name varchar not null,
    at timestamptz not null,
    primary key (tenant_id, one, other),
    check (one < other)
);
create index dismissals_one on routing.dismissals (one);
create index dismissals_other on routing.dismissals (other);

select hub.protect('routing.dismissals');
