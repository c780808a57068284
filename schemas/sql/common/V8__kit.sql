-- Slides and other artefacts, and the word that something of the kit was wrong for some time. A new lot is a new artefact; a
-- recall that was itself wrong is withdrawn. Which check used what stands among its parameters.

create table artefact (
  facility_id varchar(36) not null,
  artefact_id varchar(36) not null,
  slug varchar(64) not null,
  kind varchar(32) not null,
  maker text not null,
  product text not null,
  lot text not null,
  diameter_nm double precision,
  diameter_u_nm double precision,
  made_on varchar(10),
  opened_on varchar(10),
  expires_on varchar(10),
  notes text not null,
  succeeds varchar(64),
  constraint artefact_pk primary key (facility_id, artefact_id),
  constraint artefact_slug unique (facility_id, slug),
  constraint artefact_in_facility foreign key (facility_id) references facility (facility_id)
);

create table kit_recall (
  facility_id varchar(36) not null,
  recall_id varchar(36) not null,
  slug varchar(64) not null,
  wrong_from bigint not null,
  wrong_to bigint,
  reason text not null,
  reads_percent double precision,
  person_id varchar(36),
  entered_at bigint not null,
  zone varchar(64) not null,
  constraint kit_recall_pk primary key (facility_id, recall_id),
  constraint kit_recall_person foreign key (facility_id, person_id) references person (facility_id, person_id)
);

create table kit_recall_end (
  facility_id varchar(36) not null,
  end_id varchar(36) not null,
  recall_id varchar(36) not null,
  reason text not null,
  person_id varchar(36),
  entered_at bigint not null,
  zone varchar(64) not null,
  constraint kit_recall_end_pk primary key (facility_id, end_id),
  constraint kit_recall_end_once unique (facility_id, recall_id),
  constraint kit_recall_end_of foreign key (facility_id, recall_id) references kit_recall (facility_id, recall_id),
  constraint kit_recall_end_person foreign key (facility_id, person_id) references person (facility_id, person_id)
);

-- [jooq ignore start]
create index check_parameter_of_kit on check_parameter (word) where name = 'meter' or name = 'artefact';
-- [jooq ignore stop]
