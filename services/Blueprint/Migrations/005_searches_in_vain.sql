-- What colleagues looked for among the standard answers without finding it, per week: masked words and how often. Not who searched, nor where.
create table blueprint.searches_in_vain (
    tenant_id varchar not null,
    week date not null,
    words varchar not null,
    times integer not null,
    primary key (tenant_id, week, words)
);
create index searches_in_vain_week on blueprint.searches_in_vain (week, words);
select hub.protect('blueprint.searches_in_vain');
