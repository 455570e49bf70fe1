-- Every decision about a part, not only the latest: one that is told again must not count again.
alter table channels.outbound add column settlements uuid[] not null default '{}';
update channels.outbound set settlements = array[settled_by] where settled_by is not null;
alter table channels.outbound drop column settled_by;
