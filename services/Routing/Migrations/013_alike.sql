-- Near-identical questions: a signature per message, from which nothing can be read back, and the group it belongs to. A group may span
-- municipalities; each sees its own rows.
create table routing.alike (
    tenant_id varchar not null,
    message_id uuid primary key,
    conversation_id uuid not null,
    group_id uuid not null,
    signature bytea not null,
    at timestamptz not null
);
create index alike_group on routing.alike (group_id, at);
create index alike_newest on routing.alike (tenant_id, at);
create index alike_conversation on routing.alike (conversation_id);
create index alike_at on routing.alike (at);
select hub.protect('routing.alike');

-- How far grouping has come: who takes it over reads the table again.
create table routing.alike_position (
    one boolean primary key default true check (one),
    sequence bigint not null
);
insert into routing.alike_position (sequence) values (0);
grant select, update on routing.alike_position to webcare_feed;
