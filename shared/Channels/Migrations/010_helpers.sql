-- The door for who helps another municipality: a file of a conversation, in or out, and a resident to send one to, while the question is open to a pool the
-- helper works in. Bounded by the helper's own municipality. Where routing keeps no pools there is no door.

create function channels.helped_with_file(file uuid, helper_municipality text, helper_subject text) returns text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
    if to_regclass('routing.pool_agents') is null then
        return null;
    end if;
    return (
        select f.tenant_id from channels.files f
        -- What a colleague put in belongs to a resident; the question it went out in is told by the answer it went out with.
        join routing.conversations c on c.tenant_id = f.tenant_id and (c.id = f.conversation_id
            or f.channel = 'desk' and c.resident_id = f.resident_id and exists (
                select from events.mt_events e
                where e.tenant_id = c.tenant_id and e.stream_id = 'conversation-' || c.id and e.type = 'reply_requested'
                    and e.data -> 'FileIds' ? file::text))
        join routing.pool_agents a on a.tenant_id = any (c.open_to)
        where f.file_id = file and c.status <> 4 and not c.erased
            and a.municipality = helper_municipality and a.subject = helper_subject and helper_municipality = any (hub.tenants())
        limit 1);
end $$;

create function channels.helped_with_resident(resident uuid, helper_municipality text, helper_subject text) returns text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
    if to_regclass('routing.pool_agents') is null then
        return null;
    end if;
    return (
        select c.tenant_id from routing.conversations c
        join routing.pool_agents a on a.tenant_id = any (c.open_to)
        where c.resident_id = resident and c.status <> 4 and not c.erased
            and a.municipality = helper_municipality and a.subject = helper_subject and helper_municipality = any (hub.tenants())
        limit 1);
end $$;

revoke execute on function channels.helped_with_file, channels.helped_with_resident from public;
grant execute on function channels.helped_with_file, channels.helped_with_resident to webcare_app;
