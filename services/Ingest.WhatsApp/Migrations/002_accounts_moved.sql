-- Accounts of all channels stand together, in channels.accounts.
insert into channels.accounts (channel, app, id, tenant_id, name, access_token, changed_at)
select 'whatsapp', app, phone_number_id, tenant_id, number, access_token, changed_at from whatsapp.accounts
on conflict do nothing;
drop table whatsapp.accounts;
