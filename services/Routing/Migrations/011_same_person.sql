-- Who may be the same person, and whom a colleague says is. Only within a municipality, never by itself.

-- What residents mentioned of themselves, as keyed hashes: e-mail addresses, telephone numbers, and the name of who began a conversation. A
-- telephone number has the hash it has as a platform id. The hint is a part of it that a colleague recognises.
create table routing.marks (
    tenant_id varchar not null,
    mark varchar not null,
    resident_id uuid not null,
    kind varchar not null,
    hint varchar not null,
    item_id uuid not null,
    conversation_id uuid not null,
    at timestamptz not null,
    primary key (tenant_id, mark, resident_id)
);
create index marks_resident on routing.marks (resident_id);
create index marks_item on routing.marks (item_id);
create index marks_conversation on routing.marks (conversation_id);

create table routing.links (
    tenant_id varchar not null,
    one uuid not null,
    other uuid not null,
    evidence varchar not null,
    by_id varchar not null,
    by_name varchar not null,
    at timestamptz not null,
    primary key (tenant_id, one, other),
    check (one < other)
);
create index links_one on routing.links (one);
create index links_other on routing.links (other);

select hub.protect('routing.marks');
select hub.protect('routing.links');

-- A person, with whom the platform says they are, and whom colleagues say they are (linked).
create function routing.same_person(person uuid) returns table (id uuid, linked boolean)
    language sql stable as $$
    with recursive known as (
        select r.id, coalesce(r.merged_into, r.id) as root, false as linked
        from routing.residents r
        where r.id = coalesce((select p.merged_into from routing.residents p where p.id = person), person)
        union
        select o.id, coalesce(o.merged_into, o.id), true
        from known k
        join routing.residents m on m.id = k.root or m.merged_into = k.root
        join routing.links l on l.one = m.id or l.other = m.id
        join routing.residents o on o.id = case when l.one = m.id then l.other else l.one end
    )
    select k.root, bool_and(k.linked) from known k group by k.root
$$;
