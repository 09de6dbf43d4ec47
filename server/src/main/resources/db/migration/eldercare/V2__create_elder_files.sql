create table eldercare.elder (
  person_id uuid primary key,
  division text collate "C" not null,
  living text not null check (living in ('UNKNOWN', 'ALONE', 'COUPLE', 'WITH_CHILDREN', 'WITH_OTHERS', 'INSTITUTION')),
  needs_sealed text,
  opened_at timestamptz not null,
  opened_by text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  revision int not null default 1
);
create index elder_by_division_idx on eldercare.elder (division, person_id);
comment on table eldercare.elder is 'Elder files (老人服务档案): what whoever helps must know beside what the base holds.';
comment on column eldercare.elder.person_id is 'Record of the registry.';
comment on column eldercare.elder.division is 'Where the person counted when the file was last changed; lists are by it.';
comment on column eldercare.elder.living is 'ALONE: 独居, COUPLE: 空巢 (with a partner only).';
comment on column eldercare.elder.needs_sealed is 'What helpers must know, such as hard of hearing; sealed under eldercare.elder.needs.';

create table eldercare.contact (
  id uuid primary key,
  person_id uuid not null references eldercare.elder (person_id),
  place int not null check (place > 0),
  name_sealed text not null,
  relation text not null check (relation in ('SPOUSE', 'CHILD', 'GRANDCHILD', 'SIBLING', 'RELATIVE', 'NEIGHBOUR', 'FRIEND',
                                             'CARER', 'COMMUNITY')),
  phone_sealed text not null,
  added_at timestamptz not null,
  added_by text not null,
  verified_at timestamptz,
  verified_by text,
  check ((verified_at is null) = (verified_by is null)),
  unique (person_id, place) deferrable initially deferred
);
comment on table eldercare.contact is 'Contacts (紧急联系人) of elders, in the order in which they are called.';
comment on column eldercare.contact.name_sealed is 'Sealed under eldercare.contact.name.';
comment on column eldercare.contact.phone_sealed is 'Sealed under eldercare.contact.phone.';
comment on column eldercare.contact.verified_at is 'When somebody called the number and reached the contact.';
