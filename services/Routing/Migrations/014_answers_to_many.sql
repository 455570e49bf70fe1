-- One approved answer, and everybody who is to get it. Tenant of the answer is the municipality it stays within, or the layer of its crisis.
create table routing.answers_to_many (
    id uuid primary key,
    tenant_id varchar not null,
    crisis_id uuid,
    group_id uuid,
    content jsonb not null,
    -- Where it may go: late arrivals stay within what was approved.
    municipalities varchar[] not null,
    channels varchar[] not null,
    by_id varchar not null,
    by_name varchar not null,
    by_municipality varchar not null,
    spokesperson boolean not null,
    shown integer not null,
    at timestamptz not null,
    seen_at timestamptz not null,
    undo_until timestamptz not null,
    -- Until when late arrivals join; null when they do not.
    open_until timestamptz,
    -- Up to which arrival of its group was looked for late ones.
    joined_until timestamptz,
    undone_at timestamptz,
    stopped_at timestamptz
);
create index answers_to_many_newest on routing.answers_to_many (tenant_id, at desc);
create index answers_to_many_group on routing.answers_to_many (group_id, at desc) where group_id is not null;
create index answers_to_many_open on routing.answers_to_many (open_until) where open_until is not null and undone_at is null and stopped_at is null;
select hub.protect('routing.answers_to_many');

-- States: 0 waits, 1 handed to the channel, 2 not possible, 3 taken back. Each conversation stands here once.
create table routing.answer_recipients (
    answer_id uuid not null references routing.answers_to_many (id),
    conversation_id uuid not null,
    tenant_id varchar not null,
    message_id uuid,
    channel varchar not null,
    account varchar not null,
    late boolean not null,
    state smallint not null,
    send_at timestamptz not null,
    reason varchar,
    reply_id uuid,
    -- Per part of the answer how far it has got, and what that says of the whole.
    parts smallint[],
    reached smallint,
    primary key (answer_id, conversation_id)
);
create index answer_recipients_due on routing.answer_recipients (send_at) where state = 0;
create index answer_recipients_account on routing.answer_recipients (tenant_id, channel, account, send_at) where state = 0;
create unique index answer_recipients_reply on routing.answer_recipients (reply_id) where reply_id is not null;
create index answer_recipients_tenant on routing.answer_recipients (tenant_id, conversation_id);
select hub.protect('routing.answer_recipients');

-- A door in the wall: who approved an answer finds it by its id, whatever its crisis has become. Bounded by the caller's own municipality.
create function routing.answer_approved(answer uuid, approver varchar, approver_municipality varchar)
returns table (tenant_id varchar, crisis_id uuid, municipalities varchar[])
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select t.tenant_id, t.crisis_id, t.municipalities from routing.answers_to_many t
    where t.id = answer and t.by_id = approver and t.by_municipality = approver_municipality and approver_municipality = any (hub.tenants())
$$;
revoke execute on function routing.answer_approved from public;
grant execute on function routing.answer_approved to webcare_app;
