-- A read model as a service has one.
create schema reading;
create table reading.counts (
    tenant_id text not null,
    stream    text not null,
    events    int not null,
    primary key (tenant_id, stream)
);
select hub.protect('reading.counts');

create table reading.seen (
    subscriber text not null,
    seq_id     bigint not null,
    primary key (subscriber, seq_id)
);
grant select, insert, delete on reading.seen to webcare_feed;
