-- What a facility lets strangers see: of all its instruments, or of one of them. Each row supersedes the one before of the same
-- subject; without a row nothing is public.

create table publicity (
  facility_id varchar(36) not null,
  publicity_id varchar(36) not null,
  instrument_id varchar(36),
  standing varchar(16) not null,
  fields varchar(400) not null,
  contact varchar(400) not null,
  person_id varchar(36),
  entered_at bigint not null,
  reason text not null,
  constraint publicity_pk primary key (facility_id, publicity_id),
  constraint publicity_in_facility foreign key (facility_id) references facility (facility_id),
  constraint publicity_of_instrument foreign key (facility_id, instrument_id)
    references instrument (facility_id, instrument_id),
  constraint publicity_person foreign key (facility_id, person_id) references person (facility_id, person_id),
  constraint publicity_standing check (standing in ('published', 'hidden', 'as-facility')),
  constraint publicity_of_facility check (instrument_id is not null or standing <> 'as-facility')
);
