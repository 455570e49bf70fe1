-- Which figures a municipality shares, from which month (its first day) on. Only the present month is ever written.
create table monitoring.sharing (
    tenant_id varchar not null,
    figure varchar not null,
    month date not null,
    shared boolean not null,
    chosen_by varchar not null,
    chosen_at timestamptz not null,
    primary key (tenant_id, figure, month)
);
select hub.protect('monitoring.sharing');

-- What a municipality says its work costs.
create table monitoring.costs (
    tenant_id varchar primary key,
    costs jsonb not null,
    given_by varchar not null,
    given_at timestamptz not null
);
select hub.protect('monitoring.costs');
