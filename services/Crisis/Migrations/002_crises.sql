-- Crises as lists, banner and timers read them; the streams crisis-… are what they are made of. tenant_id is the layer whose coordinator leads it.
create table crisis.crises (
    tenant_id varchar not null,
    id uuid not null primary key,
    listed varchar not null check (listed in ('active', 'prepared', 'past', 'proposed', 'aside')),
    at timestamptz not null,
    national_until timestamptz,
    version bigint not null,
    course jsonb not null
);
create index crises_newest on crisis.crises (listed, at desc, id desc);
create index crises_national on crisis.crises (national_until) where national_until is not null;
-- One open proposal per layer, whatever tells that the inflow rose.
create unique index crises_one_proposal on crisis.crises (tenant_id) where listed = 'proposed';
select hub.protect('crisis.crises');
