-- A body with something for an account that nobody had yet, as "channel|app|id": taken in as soon as somebody has it.
alter table channels.bodies add column accounts text[] not null default '{}';
create index bodies_accounts on channels.bodies using gin (accounts) where accounts <> '{}';
grant update (accounts) on channels.bodies to webcare_timer;
