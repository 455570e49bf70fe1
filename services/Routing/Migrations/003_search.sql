-- Search runs as the owner, because the text operator is not leakproof: under a policy its index would not serve. The wall is inside: only the
-- municipalities this transaction names. Each text carries its municipality as a word, so that the index narrows to it at once.

create function routing.municipality_word(tenant varchar) returns text
    language sql immutable parallel safe
    return 'municipality' || lower(tenant);

create function routing.search_words(tenant varchar, content text) returns tsvector
    language sql immutable parallel safe
    return to_tsvector('pg_catalog.dutch', content) || array_to_tsvector(array[routing.municipality_word(tenant)]);

-- The words as a query; the last one may be unfinished.
create function routing.search_query(words text) returns tsquery
    language plpgsql immutable parallel safe as $$
declare
    complete tsquery := websearch_to_tsquery('pg_catalog.dutch', words);
    unfinished text := substring(words from '([[:alnum:]]{3,})$');
    before text := left(words, length(words) - length(unfinished));
    prefix tsquery := to_tsquery('pg_catalog.simple', quote_literal(unfinished) || ':*');
begin
    return case
        when unfinished is null then complete
        when btrim(before) = '' then complete || prefix
        else complete || (websearch_to_tsquery('pg_catalog.dutch', before) && prefix)
    end;
end $$;

create function routing.find(words text, wanted_channel varchar, wanted_status smallint, before_at timestamptz, before_id uuid, most int)
returns table (conversation_id uuid, at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
    mine tsquery;
    wanted tsquery;
begin
    select string_agg(quote_literal(routing.municipality_word(t)), ' | ')::tsquery into mine from unnest(hub.tenants()) as t;
    wanted := routing.search_query(words);
    if mine is null or numnode(wanted) = 0 then
        return;
    end if;
    return query
    select c.id, c.last_message_at
    from routing.conversations c
    where c.id in (select s.conversation_id from routing.search s where s.words @@ (mine && wanted) and s.tenant_id = any (hub.tenants()))
      and c.tenant_id = any (hub.tenants())
      and (wanted_channel is null or c.channel = wanted_channel)
      and (wanted_status is null or c.status = wanted_status)
      and (before_at is null or (c.last_message_at, c.id) < (before_at, before_id))
    order by c.last_message_at desc, c.id desc
    limit most;
end $$;
revoke execute on function routing.find from public;
grant execute on function routing.find to webcare_app;
