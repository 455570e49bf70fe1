-- Messenger tells by whom and until when its messages were read, not which: the person it was sent to, by a keyed hash. Empty for other channels.
alter table channels.outbound add column recipients text[] not null default '{}';
create index outbound_recipients on channels.outbound using gin (recipients) where recipients <> '{}';
