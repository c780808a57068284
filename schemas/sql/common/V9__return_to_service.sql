-- Somebody's word that an instrument is back in use after work, and which of the checks asked for it went back without.

create table service_return (
  facility_id varchar(36) not null,
  return_id varchar(36) not null,
  event_id varchar(36) not null,
  returned_at bigint not null,
  reason text not null,
  person_id varchar(36),
  entered_at bigint not null,
  zone varchar(64) not null,
  constraint service_return_pk primary key (facility_id, return_id),
  constraint service_return_of foreign key (facility_id, event_id) references event (facility_id, event_id),
  constraint service_return_person foreign key (facility_id, person_id) references person (facility_id, person_id)
);

create index service_return_by_event on service_return (event_id);

create table service_waiver (
  facility_id varchar(36) not null,
  return_id varchar(36) not null,
  position int not null,
  configuration_id varchar(36) not null,
  protocol_id varchar(64) not null,
  constraint service_waiver_pk primary key (facility_id, return_id, position),
  constraint service_waiver_of foreign key (facility_id, return_id) references service_return (facility_id, return_id),
  constraint service_waiver_path foreign key (facility_id, configuration_id)
    references configuration (facility_id, configuration_id)
);
