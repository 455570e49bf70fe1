-- A message gets its place in the index, and what came before its message is put aside, in two transactions that do not see one another: both would
-- then wait for the other for good. So they meet here. Who puts something aside has the municipality alone for the length of a commit, who indexes
-- shares it; and who finds that the other was there first comes again, and finds it.
create function routing.meet(
    message_tenant varchar[], message_hash varchar[], message_id uuid[], message_conversation uuid[], message_resident uuid[],
    early_tenant varchar[], early_hash varchar[], early_key varchar[], early_resident uuid[], early_sealed bytea[],
    now timestamptz
) returns void language plpgsql as $$
declare
    place record;
begin
    for place in
        select u.tenant, bool_or(u.alone) as alone
        from (
            select t as tenant, false as alone from unnest(message_tenant) as t
            union all
            select t, true from unnest(early_tenant) as t
        ) u
        group by u.tenant
        order by u.tenant
    loop
        if place.alone then
            perform pg_advisory_xact_lock(hashtext('routing.meet'), hashtext(place.tenant));
        else
            perform pg_advisory_xact_lock_shared(hashtext('routing.meet'), hashtext(place.tenant));
        end if;
    end loop;

    if exists (
        select from routing.messages m
        join unnest(early_tenant, early_hash) as e (t, h) on m.tenant_id = e.t and m.platform_hash = e.h
    ) or exists (
        select from routing.pending p
        join unnest(message_tenant, message_hash) as m (t, h) on p.tenant_id = m.t and p.platform_hash = m.h
    ) then
        raise exception 'What belongs together came at the same moment.' using errcode = 'serialization_failure';
    end if;

    insert into routing.messages (tenant_id, platform_hash, message_id, conversation_id, resident_id)
    select * from unnest(message_tenant, message_hash, message_id, message_conversation, message_resident)
    on conflict do nothing;

    insert into routing.pending (tenant_id, platform_hash, event_key, resident_id, sealed, at)
    select e.*, now from unnest(early_tenant, early_hash, early_key, early_resident, early_sealed) as e
    on conflict do nothing;
end $$;
