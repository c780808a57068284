-- Protocols a facility made itself, each version as it was written, with the pictures of its steps; and checks that were put
-- under the right light path: the wrong one is void, the right one says the same of another.

create table own_protocol (
  facility_id varchar(36) not null,
  version_id varchar(36) not null,
  protocol_id varchar(64) not null,
  version varchar(16) not null,
  definition text not null,
  person_id varchar(36),
  entered_at bigint not null,
  reason text not null,
  constraint own_protocol_pk primary key (facility_id, version_id),
  constraint own_protocol_version unique (facility_id, protocol_id, version),
  constraint own_protocol_in_facility foreign key (facility_id) references facility (facility_id),
  constraint own_protocol_person foreign key (facility_id, person_id) references person (facility_id, person_id)
);

create table own_protocol_picture (
  facility_id varchar(36) not null,
  version_id varchar(36) not null,
  position int not null,
  name varchar(200) not null,
  content bytea not null,
  constraint own_protocol_picture_pk primary key (facility_id, version_id, position),
  constraint own_protocol_picture_of foreign key (facility_id, version_id) references own_protocol (facility_id, version_id)
);

create table check_move (
  facility_id varchar(36) not null,
  move_id varchar(36) not null,
  check_id varchar(36) not null,
  moved_check_id varchar(36) not null,
  person_id varchar(36),
  entered_at bigint not null,
  reason text not null,
  constraint check_move_pk primary key (facility_id, move_id),
  constraint check_move_once unique (facility_id, check_id),
  constraint check_move_to unique (facility_id, moved_check_id),
  constraint check_move_of foreign key (facility_id, check_id) references qc_check (facility_id, check_id),
  constraint check_move_became foreign key (facility_id, moved_check_id) references qc_check (facility_id, check_id),
  constraint check_move_person foreign key (facility_id, person_id) references person (facility_id, person_id)
);
