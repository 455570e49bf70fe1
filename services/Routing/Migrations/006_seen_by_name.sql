-- Who looked, as people know them: an id says nothing to an administrator who has to tell a resident.
alter table routing.processing_log add column agent_name varchar;
