create schema if not exists chat;
grant usage on schema chat to webcare_app, webcare_feed, webcare_timer;

-- Where a municipality's chat may stand, beside its account in channels.accounts.
create table chat.sites (
    account text primary key,
    tenant_id text not null,
    origins text[] not null,
    privacy_url text,
    changed_at timestamptz not null
);
select hub.protect('chat.sites');

-- One row per visitor of a site who began a conversation. Of the token there is a hash only; `alias` is the keyed hash of the visitor's id, as
-- everywhere. `delivered` and `seen` are numbers of items.
create table chat.visits (
    visit_id uuid primary key,
    tenant_id text not null,
    account text not null,
    origin text not null,
    token_hash bytea not null unique,
    alias text not null,
    resident_id uuid,
    conversation_id uuid,
    last_number bigint not null default 0,
    delivered bigint not null default 0,
    seen bigint not null default 0,
    started_at timestamptz not null,
    used_at timestamptz not null
);
create index visits_resident on chat.visits (tenant_id, resident_id);
create index visits_conversation on chat.visits (conversation_id) where conversation_id is not null;
create index visits_alias on chat.visits (alias);
create index visits_used on chat.visits (used_at);
select hub.protect('chat.visits');

-- What was written, both ways, in one order. `content` is under the key of `resident_id`, and under the master key as long as nobody knows the
-- resident. An answer's part stands once, whatever its sending is called.
create table chat.items (
    visit_id uuid not null references chat.visits on delete cascade,
    number bigint not null,
    tenant_id text not null,
    item_id uuid not null,
    from_visitor boolean not null,
    reply_id uuid,
    part integer,
    resident_id uuid,
    content bytea not null,
    at timestamptz not null,
    primary key (visit_id, number),
    unique (visit_id, item_id),
    unique (visit_id, reply_id, part)
);
create index items_resident on chat.items (tenant_id, resident_id);
select hub.protect('chat.items');

-- The files of a conversation. A visitor's own stands here under the master key until it is stored under the resident's.
create table chat.files (
    visit_id uuid not null references chat.visits on delete cascade,
    file_id uuid not null,
    tenant_id text not null,
    upload_id uuid,
    details bytea,
    content bytea,
    announced boolean not null,
    at timestamptz not null,
    primary key (visit_id, file_id),
    unique (visit_id, upload_id)
);
create index files_file on chat.files (file_id);
create index files_kept on chat.files (at) where content is not null;
select hub.protect('chat.files');
