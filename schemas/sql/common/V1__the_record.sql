-- The record of a facility's quality control. Runs unchanged on SQLite and PostgreSQL.
--
-- facility_id leads every key. Identifiers are version-7 UUIDs made by the application. Instants are milliseconds since
-- 1970-01-01T00:00:00Z, with the zone as text where people's days matter. Numbers are binary doubles with a UCUM unit.
-- Rows are added and never changed; the one exception is a person's name, which may be erased.

create table facility (
  facility_id varchar(36) not null,
  name text not null,
  zone varchar(64) not null,
  kind varchar(16) not null,
  constraint facility_pk primary key (facility_id),
  constraint facility_kind check (kind in ('home', 'visited'))
);

create table instrument (
  facility_id varchar(36) not null,
  instrument_id varchar(36) not null,
  slug varchar(64) not null,
  name text not null,
  manufacturer text not null,
  model text not null,
  serial text not null,
  location text not null,
  constraint instrument_pk primary key (facility_id, instrument_id),
  constraint instrument_slug unique (facility_id, slug),
  constraint instrument_in_facility foreign key (facility_id) references facility (facility_id)
);

create index instrument_by_id on instrument (instrument_id);
create index instrument_by_slug on instrument (slug);

create table component (
  facility_id varchar(36) not null,
  component_id varchar(36) not null,
  kind varchar(32) not null,
  name text not null,
  manufacturer text not null,
  model text not null,
  serial text not null,
  properties text not null,
  constraint component_pk primary key (facility_id, component_id),
  constraint component_in_facility foreign key (facility_id) references facility (facility_id)
);

create table configuration (
  facility_id varchar(36) not null,
  configuration_id varchar(36) not null,
  instrument_id varchar(36) not null,
  slug varchar(64) not null,
  name text not null,
  properties text not null,
  constraint configuration_pk primary key (facility_id, configuration_id),
  constraint configuration_slug unique (facility_id, instrument_id, slug),
  constraint configuration_of_instrument foreign key (facility_id, instrument_id)
    references instrument (facility_id, instrument_id)
);

create index configuration_by_id on configuration (configuration_id);

create table configuration_component (
  facility_id varchar(36) not null,
  configuration_id varchar(36) not null,
  position int not null,
  component_id varchar(36) not null,
  constraint configuration_component_pk primary key (facility_id, configuration_id, position),
  constraint configuration_component_path foreign key (facility_id, configuration_id)
    references configuration (facility_id, configuration_id),
  constraint configuration_component_part foreign key (facility_id, component_id)
    references component (facility_id, component_id)
);

-- Names stand here and nowhere else, so that one can be erased without touching the record.
create table person (
  facility_id varchar(36) not null,
  person_id varchar(36) not null,
  name text,
  constraint person_pk primary key (facility_id, person_id),
  constraint person_in_facility foreign key (facility_id) references facility (facility_id)
);

create table qc_check (
  facility_id varchar(36) not null,
  check_id varchar(36) not null,
  configuration_id varchar(36) not null,
  instrument_id varchar(36) not null,
  protocol_id varchar(64) not null,
  protocol_version varchar(32) not null,
  module_id varchar(64) not null,
  module_version varchar(32) not null,
  software_name varchar(64) not null,
  software_version varchar(64) not null,
  software_commit varchar(64) not null,
  reason varchar(32) not null,
  measured_at bigint not null,
  entered_at bigint not null,
  received_at bigint,
  zone varchar(64) not null,
  person_id varchar(36),
  note text not null,
  limit_version varchar(200) not null,
  overall varchar(16) not null,
  constraint qc_check_pk primary key (facility_id, check_id),
  constraint qc_check_configuration foreign key (facility_id, configuration_id)
    references configuration (facility_id, configuration_id),
  constraint qc_check_instrument foreign key (facility_id, instrument_id)
    references instrument (facility_id, instrument_id),
  constraint qc_check_person foreign key (facility_id, person_id) references person (facility_id, person_id),
  constraint qc_check_overall check (overall in ('pass', 'warning', 'fail', 'not-evaluated'))
);

create index qc_check_by_id on qc_check (check_id);
create index qc_check_by_time on qc_check (facility_id, instrument_id, measured_at);

create table check_input (
  facility_id varchar(36) not null,
  check_id varchar(36) not null,
  position int not null,
  name varchar(1000) not null,
  form varchar(16) not null,
  sha256 varchar(64) not null,
  bytes bigint not null,
  facts text not null,
  constraint check_input_pk primary key (facility_id, check_id, position),
  constraint check_input_of foreign key (facility_id, check_id) references qc_check (facility_id, check_id),
  constraint check_input_form check (form in ('file', 'folder'))
);

create index check_input_by_content on check_input (sha256);

create table check_parameter (
  facility_id varchar(36) not null,
  check_id varchar(36) not null,
  position int not null,
  name varchar(64) not null,
  channel int not null,
  quantity double precision,
  unit varchar(32),
  word text,
  origin varchar(16) not null,
  constraint check_parameter_pk primary key (facility_id, check_id, position),
  constraint check_parameter_of foreign key (facility_id, check_id) references qc_check (facility_id, check_id)
);

-- instrument, configuration and time stand here again so that a series is one range of one index.
create table measurement (
  facility_id varchar(36) not null,
  check_id varchar(36) not null,
  position int not null,
  instrument_id varchar(36) not null,
  configuration_id varchar(36) not null,
  measured_at bigint not null,
  metric varchar(100) not null,
  channel int not null,
  qualifiers varchar(1000) not null,
  statistic varchar(16) not null,
  quantity double precision,
  unit varchar(32),
  u double precision,
  budget text,
  n int,
  formula varchar(100),
  not_evaluated text,
  constraint measurement_pk primary key (facility_id, check_id, position),
  constraint measurement_key unique (facility_id, check_id, metric, channel, qualifiers, statistic),
  constraint measurement_of foreign key (facility_id, check_id) references qc_check (facility_id, check_id),
  constraint measurement_or_reason check ((quantity is null) <> (not_evaluated is null))
);

create index measurement_series on measurement (facility_id, instrument_id, metric, statistic, measured_at);

create table item (
  facility_id varchar(36) not null,
  check_id varchar(36) not null,
  position int not null,
  item_id varchar(64) not null,
  channel int not null,
  status varchar(16) not null,
  body text not null,
  constraint item_pk primary key (facility_id, check_id, position),
  constraint item_of foreign key (facility_id, check_id) references qc_check (facility_id, check_id)
);

create table verdict (
  facility_id varchar(36) not null,
  check_id varchar(36) not null,
  position int not null,
  metric varchar(100) not null,
  channel int not null,
  qualifiers varchar(1000) not null,
  statistic varchar(16) not null,
  outcome varchar(16) not null,
  because text not null,
  limit_metric varchar(100) not null,
  limit_statistic varchar(16) not null,
  limit_formulas text not null,
  limit_reason text not null,
  warning_low double precision,
  warning_high double precision,
  fail_low double precision,
  fail_high double precision,
  constraint verdict_pk primary key (facility_id, check_id, position),
  constraint verdict_of foreign key (facility_id, check_id) references qc_check (facility_id, check_id),
  constraint verdict_outcome check (outcome in ('pass', 'warning', 'fail', 'not-evaluated'))
);

create table remark (
  facility_id varchar(36) not null,
  check_id varchar(36) not null,
  position int not null,
  code varchar(64) not null,
  severity varchar(16) not null,
  sentence text not null,
  constraint remark_pk primary key (facility_id, check_id, position),
  constraint remark_of foreign key (facility_id, check_id) references qc_check (facility_id, check_id)
);

-- The figures document, compressed with gzip.
create table check_figures (
  facility_id varchar(36) not null,
  check_id varchar(36) not null,
  document bytea not null,
  constraint check_figures_pk primary key (facility_id, check_id),
  constraint check_figures_of foreign key (facility_id, check_id) references qc_check (facility_id, check_id)
);

-- Each row carries the hash of what was written and of the row before it: a changed, missing or reordered row below a
-- known head is found.
create table audit (
  facility_id varchar(36) not null,
  sequence bigint not null,
  happened_at bigint not null,
  person_id varchar(36),
  action varchar(64) not null,
  subject varchar(64) not null,
  payload_hash varchar(64) not null,
  previous_hash varchar(64) not null,
  hash varchar(64) not null,
  constraint audit_pk primary key (facility_id, sequence),
  constraint audit_in_facility foreign key (facility_id) references facility (facility_id)
);
