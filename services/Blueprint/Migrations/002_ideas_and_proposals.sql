-- Ideas and proposals as lists show them; the streams idea-… and proposal-… are what they are made of. tenant_id is the layer they are about.

create table blueprint.ideas (
    tenant_id varchar not null,
    id uuid not null primary key,
    section varchar,
    entry varchar,
    status smallint not null,
    author varchar not null,
    voters varchar[] not null,
    words varchar not null,
    at timestamptz not null,
    formula_stage smallint,
    formula_at timestamptz,
    shown jsonb not null,
    formula jsonb
);
create index ideas_newest on blueprint.ideas (tenant_id, at desc, id desc);
create index ideas_entry on blueprint.ideas (tenant_id, section, entry) where entry is not null;
create index ideas_formulas on blueprint.ideas (formula_at desc, id desc) where formula_stage is not null;
select hub.protect('blueprint.ideas');

-- In which conversation an idea came up. tenant_id is the municipality of that conversation, not the layer of the idea.
create table blueprint.idea_conversations (
    tenant_id varchar not null,
    idea_id uuid not null,
    conversation_id uuid not null,
    primary key (tenant_id, idea_id)
);
create index idea_conversations_conversation on blueprint.idea_conversations (tenant_id, conversation_id);
select hub.protect('blueprint.idea_conversations');

-- hands: everybody who wrote, revised or accepted it.
create table blueprint.proposals (
    tenant_id varchar not null,
    id uuid not null primary key,
    status smallint not null,
    author varchar not null,
    hands varchar[] not null,
    at timestamptz not null,
    shown jsonb not null
);
create index proposals_newest on blueprint.proposals (tenant_id, at desc, id desc);
select hub.protect('blueprint.proposals');
