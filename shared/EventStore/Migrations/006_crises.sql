-- The crises in force, by id, beside the releases: one row tells every node what holds.
alter table events.epoch add column crises jsonb not null default '{}';
grant update on events.epoch to webcare_timer;

-- The last word of a transaction that decided by an epoch: what another has replaced meanwhile is not written. WH002.
create function events.hold_epoch(decided bigint) returns void
    language plpgsql as
$$
begin
    if (select e.number from events.epoch e) <> decided then
        raise exception 'Another epoch holds than %', decided using errcode = 'WH002';
    end if;
end
$$;
revoke execute on function events.hold_epoch from public;
grant execute on function events.hold_epoch to webcare_app;
