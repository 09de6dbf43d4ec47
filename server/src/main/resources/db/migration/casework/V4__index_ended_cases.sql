create index case_file_by_end_idx on casework.case_file (ended_at) where ended_at is not null;
