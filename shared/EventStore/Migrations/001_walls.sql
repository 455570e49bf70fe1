-- Row-level security: what role webcare_app sees is bounded to the tenants its transaction names.

grant usage on schema hub to webcare_app, webcare_feed, webcare_timer;

-- The list of this transaction. After a transaction the setting is an empty text, not null.
create function hub.tenants() returns text[]
    language sql stable parallel safe
    return nullif(current_setting('webcare.tenants', true), '')::text[];

-- Puts a table with a tenant_id column behind the wall and grants it to the three roles.
create function hub.protect(guarded regclass) returns void
    language plpgsql as
$$
declare
    home text := (select relnamespace::regnamespace::text from pg_class where oid = guarded);
begin
    execute format('grant usage on schema %s to webcare_app, webcare_feed, webcare_timer', home);
    execute format('grant select, insert, update, delete on %s to webcare_app, webcare_feed, webcare_timer', guarded);
    execute format('alter table %s enable row level security', guarded);
    -- The list is read in a subselect, so once per statement and not once per row.
    execute format(
        'create policy webcare_tenants on %s to webcare_app using (tenant_id = any ((select hub.tenants())::text[]))', guarded);
    execute format('create policy webcare_all on %s to webcare_feed, webcare_timer using (true)', guarded);
end
$$;
revoke execute on function hub.protect from public;
