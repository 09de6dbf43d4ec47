create table counter.paper_series (
  unit text not null,
  series text not null,
  year int not null,
  unit_word text not null,
  last_number int not null,
  primary key (unit, series, year),
  unique (unit_word, series, year)
);
comment on table counter.paper_series is 'Where the numbering of a unit''s papers stands. A row is locked while a paper is issued, so that numbers have no gap.';
comment on column counter.paper_series.series is 'Word of the kind of paper in its number, such as 证.';
comment on column counter.paper_series.unit_word is 'Word of the unit in its numbers; no other unit has the same in the same year.';

create table counter.paper (
  id uuid primary key,
  kind text not null,
  title_zh text not null,
  title_en text not null,
  number text not null unique,
  unit text not null,
  case_id uuid,
  masked_holder text not null,
  check_code char(20) not null unique,
  issued_by text not null,
  issued_posting uuid,
  issued_at timestamptz not null,
  sm3 text not null,
  withdrawn_at timestamptz,
  withdrawn_why text,
  withdrawn_by text,
  check ((withdrawn_at is null) = (withdrawn_why is null) and (withdrawn_at is null) = (withdrawn_by is null))
);
create index paper_by_case_idx on counter.paper (case_id, issued_at);
create index paper_by_sm3_idx on counter.paper (sm3);
comment on table counter.paper is 'Numbered papers that were issued. A paper is withdrawn, never deleted.';
comment on column counter.paper.kind is 'Template in catalogue/papers.';
comment on column counter.paper.masked_holder is 'Whom it is for, as anybody may see it: 张**.';
comment on column counter.paper.check_code is 'What the QR code carries: 12 random characters and 8 of an HMAC-SM3 of them.';
comment on column counter.paper.issued_posting is 'The posting it was issued under, which may read it wherever the unit lies.';
comment on column counter.paper.sm3 is 'SM3 digest of the PDF.';

create table counter.paper_file (
  paper uuid primary key references counter.paper (id),
  pdf text not null
);
-- What is sealed cannot be packed; trying costs time with every paper.
alter table counter.paper_file alter column pdf set storage external;
comment on table counter.paper_file is 'The PDFs of papers, apart from what is listed and searched.';
comment on column counter.paper_file.pdf is 'The PDF, sealed: it holds identity numbers and addresses.';
