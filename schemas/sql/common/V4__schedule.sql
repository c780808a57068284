-- When checks are due: versions of plans, each superseding the one before of the same plan; what people said of whether a
-- check counts; and readings of hour counters. Days are written 2026-03-12.

create table schedule_plan (
  facility_id varchar(36) not null,
  version_id varchar(36) not null,
  plan_id varchar(36) not null,
  version int not null,
  standing varchar(16) not null,
  instrument_id varchar(36) not null,
  protocol_id varchar(64) not null,
  rhythm varchar(16) not null,
  rule varchar(400),
  start_day varchar(10),
  days_before int not null,
  days_after int not null,
  every_hours double precision,
  minutes int not null,
  assigned_to varchar(36),
  person_id varchar(36),
  entered_at bigint not null,
  reason text not null,
  constraint schedule_plan_pk primary key (facility_id, version_id),
  constraint schedule_plan_version unique (facility_id, plan_id, version),
  constraint schedule_plan_of foreign key (facility_id, instrument_id)
    references instrument (facility_id, instrument_id),
  constraint schedule_plan_assigned foreign key (facility_id, assigned_to) references person (facility_id, person_id),
  constraint schedule_plan_person foreign key (facility_id, person_id) references person (facility_id, person_id),
  constraint schedule_plan_standing check (standing in ('in-force', 'ended')),
  constraint schedule_plan_rhythm check (rhythm in ('recurring', 'hours', 'ad-hoc'))
);

create index schedule_plan_by_plan on schedule_plan (plan_id);

create table schedule_path (
  facility_id varchar(36) not null,
  version_id varchar(36) not null,
  position int not null,
  configuration_id varchar(36) not null,
  constraint schedule_path_pk primary key (facility_id, version_id, position),
  constraint schedule_path_of foreign key (facility_id, version_id) references schedule_plan (facility_id, version_id),
  constraint schedule_path_configuration foreign key (facility_id, configuration_id)
    references configuration (facility_id, configuration_id)
);

create table schedule_counting (
  facility_id varchar(36) not null,
  counting_id varchar(36) not null,
  check_id varchar(36) not null,
  counts varchar(8) not null,
  person_id varchar(36),
  entered_at bigint not null,
  reason text not null,
  constraint schedule_counting_pk primary key (facility_id, counting_id),
  constraint schedule_counting_of foreign key (facility_id, check_id) references qc_check (facility_id, check_id),
  constraint schedule_counting_person foreign key (facility_id, person_id) references person (facility_id, person_id),
  constraint schedule_counting_counts check (counts in ('yes', 'no'))
);

create index schedule_counting_by_check on schedule_counting (check_id);

create table hour_reading (
  facility_id varchar(36) not null,
  reading_id varchar(36) not null,
  instrument_id varchar(36) not null,
  hours double precision not null,
  read_at bigint not null,
  person_id varchar(36),
  entered_at bigint not null,
  constraint hour_reading_pk primary key (facility_id, reading_id),
  constraint hour_reading_of foreign key (facility_id, instrument_id)
    references instrument (facility_id, instrument_id),
  constraint hour_reading_person foreign key (facility_id, person_id) references person (facility_id, person_id)
);

create index hour_reading_by_instrument on hour_reading (instrument_id, read_at);

-- The newest check of a light path and protocol is one step in this index.
create index qc_check_by_path on qc_check (facility_id, configuration_id, protocol_id, measured_at);
