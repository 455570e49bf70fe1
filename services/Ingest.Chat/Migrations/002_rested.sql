-- Whether a colleague is done with the conversation, as it was told last.
alter table chat.visits add column rested boolean not null default false;
alter table chat.visits add column rested_told timestamptz;
