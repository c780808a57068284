create table later_thing (
  facility_id varchar(36) not null,
  thing_id varchar(36) not null,
  constraint later_thing_pk primary key (facility_id, thing_id)
);

alter table qc_check add column later_word text;
