-- A search also reads what the index has not sorted in yet: keep that short.
alter index routing.search_words set (gin_pending_list_limit = 512);
