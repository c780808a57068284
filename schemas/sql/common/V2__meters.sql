-- Power meters and the certificates of their calibrations, one below the other; the newest issued by a day speaks for it.

create table meter (
  facility_id varchar(36) not null,
  meter_id varchar(36) not null,
  slug varchar(64) not null,
  model text not null,
  serial text not null,
  sensor text not null,
  constraint meter_pk primary key (facility_id, meter_id),
  constraint meter_slug unique (facility_id, slug),
  constraint meter_in_facility foreign key (facility_id) references facility (facility_id)
);

create table meter_certificate (
  facility_id varchar(36) not null,
  certificate_id varchar(36) not null,
  meter_id varchar(36) not null,
  entered_at bigint not null,
  calibration text not null,
  constraint meter_certificate_pk primary key (facility_id, certificate_id),
  constraint meter_certificate_of foreign key (facility_id, meter_id) references meter (facility_id, meter_id)
);

create index meter_certificate_by_meter on meter_certificate (meter_id);
