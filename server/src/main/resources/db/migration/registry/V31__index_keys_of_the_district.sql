-- A posting of the whole district would otherwise look into every community, 130 of them, for one page.
create index lookup_by_key_idx on registry.lookup (key, person_id) include (community);
