-- Who was forgotten lately, by keyed hashes: a raw body that was still under way then must not be kept. Swept after 30 days.
create table channels.forgotten (
    alias text primary key,
    at timestamptz not null
);
create index forgotten_at on channels.forgotten (at);
grant select, insert, update, delete on channels.forgotten to webcare_timer;
