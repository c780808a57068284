create table facility (
  facility_id varchar(36) not null,
  name varchar(200) not null,
  constraint facility_pk primary key (facility_id)
);
