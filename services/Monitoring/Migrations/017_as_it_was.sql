-- What can be asked as it was at a moment keeps what held before: costs, choices of what is shared, and who was one person with whom.
alter table monitoring.costs drop constraint costs_pkey;
alter table monitoring.costs add primary key (tenant_id, given_at);

alter table monitoring.sharing drop constraint sharing_pkey;
alter table monitoring.sharing add primary key (tenant_id, figure, month, chosen_at);

alter table monitoring.persons add column parted_at timestamptz;
alter table monitoring.persons drop constraint persons_pkey;
alter table monitoring.persons add primary key (generation, tenant_id, one, other, at);
