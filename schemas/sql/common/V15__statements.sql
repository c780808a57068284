-- What was stated of a light path over some days, as it stood when somebody asked for it: the record and its paper byte for
-- byte, each with its SHA-256. The same content is stated once. A statement is never changed; it may be withdrawn.

create table qc_statement (
  facility_id varchar(36) not null,
  statement_id varchar(36) not null,
  statement_number varchar(32) not null,
  token varchar(32) not null,
  instrument_id varchar(36) not null,
  configuration_id varchar(36) not null,
  from_day varchar(10) not null,
  to_day varchar(10) not null,
  content_hash varchar(64) not null,
  record_bytes bytea not null,
  record_hash varchar(64) not null,
  paper_bytes bytea not null,
  paper_hash varchar(64) not null,
  person_id varchar(36),
  issued_at bigint not null,
  constraint qc_statement_pk primary key (facility_id, statement_id),
  constraint qc_statement_number unique (statement_number),
  constraint qc_statement_token unique (token),
  constraint qc_statement_once unique (facility_id, instrument_id, configuration_id, content_hash),
  constraint qc_statement_path foreign key (facility_id, configuration_id)
    references configuration (facility_id, configuration_id),
  constraint qc_statement_instrument foreign key (facility_id, instrument_id)
    references instrument (facility_id, instrument_id),
  constraint qc_statement_person foreign key (facility_id, person_id) references person (facility_id, person_id)
);

create table qc_statement_end (
  facility_id varchar(36) not null,
  end_id varchar(36) not null,
  statement_id varchar(36) not null,
  reason text not null,
  person_id varchar(36),
  entered_at bigint not null,
  constraint qc_statement_end_pk primary key (facility_id, end_id),
  constraint qc_statement_end_once unique (facility_id, statement_id),
  constraint qc_statement_end_of foreign key (facility_id, statement_id)
    references qc_statement (facility_id, statement_id),
  constraint qc_statement_end_person foreign key (facility_id, person_id) references person (facility_id, person_id)
);

-- [jooq ignore start]
create index qc_statement_by_paper on qc_statement (paper_hash);
create index qc_statement_by_record on qc_statement (record_hash);
create index qc_statement_by_path on qc_statement (configuration_id, from_day, to_day);
-- [jooq ignore stop]
