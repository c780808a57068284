-- What became of instruments, components and light paths after they were added: versions of what is known of them, where
-- components were moved, which software was installed, and files that were attached. A version holds all fields as they
-- were and as they are from then on; the row something was added with is its version 1.

create table registry_version (
  facility_id varchar(36) not null,
  version_id varchar(36) not null,
  kind varchar(16) not null,
  subject_id varchar(36) not null,
  version int not null,
  holds_from bigint,
  before_fields text not null,
  after_fields text not null,
  person_id varchar(36),
  entered_at bigint not null,
  zone varchar(64) not null,
  reason text not null,
  constraint registry_version_pk primary key (facility_id, version_id),
  constraint registry_version_number unique (facility_id, subject_id, version),
  constraint registry_version_in_facility foreign key (facility_id) references facility (facility_id),
  constraint registry_version_person foreign key (facility_id, person_id) references person (facility_id, person_id),
  constraint registry_version_kind check (kind in ('instrument', 'component', 'configuration'))
);

create index registry_version_by_subject on registry_version (subject_id, version);

create table component_move (
  facility_id varchar(36) not null,
  move_id varchar(36) not null,
  component_id varchar(36) not null,
  standing varchar(16) not null,
  instrument_id varchar(36),
  happened_at bigint not null,
  person_id varchar(36),
  entered_at bigint not null,
  zone varchar(64) not null,
  reason text not null,
  constraint component_move_pk primary key (facility_id, move_id),
  constraint component_move_of foreign key (facility_id, component_id) references component (facility_id, component_id),
  constraint component_move_to foreign key (facility_id, instrument_id)
    references instrument (facility_id, instrument_id),
  constraint component_move_person foreign key (facility_id, person_id) references person (facility_id, person_id),
  constraint component_move_standing check (standing in ('mounted', 'stored', 'retired')),
  constraint component_move_place check ((standing = 'mounted') = (instrument_id is not null))
);

create index component_move_by_component on component_move (component_id);
create index component_move_by_instrument on component_move (instrument_id);
create index configuration_component_by_part on configuration_component (component_id);

create table software_version (
  facility_id varchar(36) not null,
  software_id varchar(36) not null,
  instrument_id varchar(36) not null,
  component_id varchar(36),
  kind varchar(16) not null,
  name text not null,
  release_name text not null,
  installed_at bigint not null,
  person_id varchar(36),
  entered_at bigint not null,
  zone varchar(64) not null,
  reason text not null,
  constraint software_version_pk primary key (facility_id, software_id),
  constraint software_version_on foreign key (facility_id, instrument_id)
    references instrument (facility_id, instrument_id),
  constraint software_version_in foreign key (facility_id, component_id)
    references component (facility_id, component_id),
  constraint software_version_person foreign key (facility_id, person_id) references person (facility_id, person_id),
  constraint software_version_kind check (kind in ('software', 'firmware'))
);

create index software_version_by_instrument on software_version (instrument_id);

-- The events a change of the registry was: what was measured before them may no longer hold.
create table registry_event (
  facility_id varchar(36) not null,
  change_id varchar(36) not null,
  position int not null,
  event_id varchar(36) not null,
  constraint registry_event_pk primary key (facility_id, change_id, position),
  constraint registry_event_is foreign key (facility_id, event_id) references event (facility_id, event_id)
);

create index registry_event_by_event on registry_event (event_id);

create table attachment (
  facility_id varchar(36) not null,
  attachment_id varchar(36) not null,
  instrument_id varchar(36) not null,
  kind varchar(16) not null,
  name text not null,
  media_type varchar(100) not null,
  sha256 varchar(64) not null,
  bytes bigint not null,
  caption text not null,
  person_id varchar(36),
  entered_at bigint not null,
  zone varchar(64) not null,
  constraint attachment_pk primary key (facility_id, attachment_id),
  constraint attachment_of foreign key (facility_id, instrument_id)
    references instrument (facility_id, instrument_id),
  constraint attachment_person foreign key (facility_id, person_id) references person (facility_id, person_id),
  constraint attachment_kind check (kind in ('photo', 'document'))
);

create index attachment_by_instrument on attachment (instrument_id);

create table attachment_end (
  facility_id varchar(36) not null,
  end_id varchar(36) not null,
  attachment_id varchar(36) not null,
  person_id varchar(36),
  entered_at bigint not null,
  zone varchar(64) not null,
  reason text not null,
  constraint attachment_end_pk primary key (facility_id, end_id),
  constraint attachment_end_once unique (facility_id, attachment_id),
  constraint attachment_end_of foreign key (facility_id, attachment_id)
    references attachment (facility_id, attachment_id),
  constraint attachment_end_person foreign key (facility_id, person_id) references person (facility_id, person_id)
);
