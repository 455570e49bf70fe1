-- The website chat is a platform too: an exercise has no site, and nobody visits it.
alter table chat.sites add constraint sites_no_exercise check (tenant_id not like 'oef.%');
alter table chat.visits add constraint visits_no_exercise check (tenant_id not like 'oef.%');
alter table chat.items add constraint items_no_exercise check (tenant_id not like 'oef.%');
alter table chat.files add constraint files_no_exercise check (tenant_id not like 'oef.%');
