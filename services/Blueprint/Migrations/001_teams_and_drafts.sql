-- What the Blueprint service keeps beside the log: who writes a shared layer, and what people are still working on.
-- tenant_id is the code of the layer a row belongs to.

create schema if not exists blueprint;
grant usage on schema blueprint to webcare_app, webcare_feed, webcare_timer;

-- A subject is a name within its municipality: another identity provider may give out the same one.
create table blueprint.team (
    tenant_id varchar not null,
    municipality varchar not null,
    subject varchar not null,
    name varchar not null,
    role varchar not null check (role in ('editor', 'reviewer')),
    named_by varchar not null,
    named_at timestamptz not null,
    primary key (tenant_id, municipality, subject)
);
select hub.protect('blueprint.team');

-- One draft per person and layer. files: path to content, null where a file goes. entries: edits of single entries, laid over the files.
create table blueprint.drafts (
    tenant_id varchar not null,
    municipality varchar not null,
    subject varchar not null,
    after_release integer not null,
    version bigint not null,
    files jsonb not null,
    entries jsonb not null,
    saved_at timestamptz not null,
    primary key (tenant_id, municipality, subject)
);
select hub.protect('blueprint.drafts');
