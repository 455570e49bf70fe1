-- What is kept no longer than the blueprint says: found per municipality, without reading what was forgotten long ago.

drop index routing.conversations_time_retention;
create index conversations_retention on routing.conversations (tenant_id, resolved_at) where status = 4 and not erased;

-- Until when its files were removed. A conversation that was reopened and resolved again comes round once more.
alter table routing.conversations add column files_removed_at timestamptz;
create index conversations_files on routing.conversations (tenant_id, resolved_at)
    where status = 4 and not erased and (files_removed_at is null or files_removed_at < resolved_at);

create index deliveries_body on routing.deliveries (tenant_id, accepted_at) where body_kept is not null;
