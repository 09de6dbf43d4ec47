-- A dwelling's and a household's page are read as of any day.
create index residence_history_by_dwelling_idx on registry.residence_history (dwelling_id);
create index household_history_by_dwelling_idx on registry.household_history (dwelling_id);
create index household_member_history_by_household_idx on registry.household_member_history (household_id);
