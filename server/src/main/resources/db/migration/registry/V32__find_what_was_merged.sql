-- Other modules hold what they know under the record that a person had at the time.
create index person_by_merged_into_idx on registry.person (merged_into) where merged_into is not null;
