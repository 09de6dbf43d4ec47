alter table counter.booking alter column name_sealed drop not null, alter column phone_sealed drop not null,
  alter column phone_index drop not null,
  add constraint booking_emptied_check
  check (state <> 'BOOKED' or (name_sealed is not null and phone_sealed is not null and phone_index is not null));
comment on column counter.booking.name_sealed is 'Name, sealed under counter.booking.name; emptied some time after the day.';
comment on column counter.booking.phone_sealed is 'Phone, sealed under counter.booking.phone; emptied with the name.';
