-- A keyed hash of what was said: an echo of an answer whose call is under way, or broke off, is known by it.
alter table channels.outbound add column fingerprint text;
create index outbound_fingerprint on channels.outbound (fingerprint) where fingerprint is not null and state in (1, 2);
