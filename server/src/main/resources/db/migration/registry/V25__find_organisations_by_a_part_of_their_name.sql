-- An index by trigrams would be of no use: the parts of Chinese names that people look for have two characters, or one.
create function registry.grams(name text) returns text[] language sql immutable parallel safe cost 1000 as $$
  select coalesce(array_agg(distinct substr(name, at, size)), '{}')
    from generate_series(1, length(name)) at, generate_series(1, 2) size where at + size <= length(name) + 1
$$;
comment on function registry.grams is 'Characters of a name and pairs of them: who looks for a part of it looks for all of the part''s.';

create index organisation_by_part_idx on registry.organisation using gin (registry.grams(name)) where voided_at is null;
