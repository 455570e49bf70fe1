-- The municipalities' accounts at the platforms. `access_token` is sealed under the master key. How they are doing stands beside it; a withdrawn
-- account keeps its row, because its conversations stay.
create table channels.accounts (
    channel text not null,
    app text not null,
    id text not null,
    tenant_id text not null,
    name text,
    access_token bytea,
    server text,
    changed_at timestamptz not null,
    received_at timestamptz,
    sent_at timestamptz,
    failure text,
    failed_at timestamptz,
    token_until timestamptz,
    withdrawn_at timestamptz,
    primary key (channel, app, id)
);
select hub.protect('channels.accounts');

-- How far a channel that is asked for its messages has been read. One process at a time asks for one account.
create table channels.pulls (
    channel text not null,
    app text not null,
    account text not null,
    tenant_id text not null,
    cursor text,
    due_at timestamptz not null,
    leased_until timestamptz,
    primary key (channel, app, account)
);
select hub.protect('channels.pulls');
