-- An exercise has no account, sends nothing and fetches nothing, whatever the code above this lets through. A file that a colleague puts in is not
-- fetched from anywhere: without a source it may stand here.
alter table channels.accounts add constraint accounts_no_exercise check (tenant_id not like 'oef.%');
alter table channels.pulls add constraint pulls_no_exercise check (tenant_id not like 'oef.%');
alter table channels.outbound add constraint outbound_no_exercise check (tenant_id not like 'oef.%');
alter table channels.files add constraint files_no_exercise check (tenant_id not like 'oef.%' or source is null);
