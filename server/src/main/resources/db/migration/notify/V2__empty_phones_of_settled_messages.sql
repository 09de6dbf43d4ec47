alter table notify.delivery add column phone_emptied_at timestamptz;
alter table notify.delivery drop constraint delivery_check;
alter table notify.delivery add constraint delivery_recipient_check
  check (num_nonnulls(posting_id, unit, phone_sealed, phone_emptied_at) = 1 and (unit is null) = (role is null)),
  add constraint delivery_emptied_check check (phone_emptied_at is null or state <> 'WAITING');
comment on column notify.delivery.phone_emptied_at is 'When the number of a settled message was emptied.';
