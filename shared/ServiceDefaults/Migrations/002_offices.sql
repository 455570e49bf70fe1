-- Who does what for a region or for the whole country: pools and crises ask for it. Tenant is the layer's code.
create table hub.offices (
    tenant_id text not null,
    municipality text not null,
    subject text not null,
    office text not null check (office in ('coordinator', 'poolkeeper')),
    name text not null,
    named_by text not null,
    named_at timestamptz not null,
    primary key (tenant_id, office, municipality, subject)
);
select hub.protect('hub.offices');
