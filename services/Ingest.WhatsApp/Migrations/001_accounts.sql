create schema if not exists whatsapp;
grant usage on schema whatsapp to webcare_app, webcare_feed, webcare_timer;

-- The municipalities' numbers. `access_token` is sealed under the master key.
create table whatsapp.accounts (
    app text not null,
    phone_number_id text not null,
    tenant_id text not null,
    number text,
    access_token bytea,
    changed_at timestamptz not null,
    primary key (app, phone_number_id)
);
select hub.protect('whatsapp.accounts');
