-- By when an open promise to a resident is to be kept, and when the conversation comes back for that.
alter table routing.conversations add column promised_until timestamptz, add column back_at timestamptz;
create index conversations_time_promise on routing.conversations (back_at) where back_at is not null;
