-- The ids of earlier sendings of a part that was sent again: a late report about one of them still finds it.
alter table channels.outbound add column earlier uuid[] not null default '{}';
create index outbound_earlier on channels.outbound using gin (earlier) where earlier <> '{}';
