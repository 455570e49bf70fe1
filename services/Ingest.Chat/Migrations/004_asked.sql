-- Whether the visitor is asked what they thought of the help, and has not said so yet.
alter table chat.visits add column asked boolean not null default false;
