-- How far it is with asking the resident what they thought of the help, and when they were last asked.
alter table routing.conversations add column scoring smallint not null default 0, add column asked_at timestamptz;
-- Those who may be asked.
create index conversations_to_ask on routing.conversations (tenant_id, resolved_at) where scoring = 2;
