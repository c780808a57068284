-- What the columns of tables of no known kind hold, as people confirmed it; of one header the newest counts.

create table column_mapping (
  facility_id varchar(36) not null,
  mapping_id varchar(36) not null,
  header varchar(2000) not null,
  mapping varchar(400) not null,
  configuration_id varchar(36) not null,
  person_id varchar(36),
  confirmed_at bigint not null,
  constraint column_mapping_pk primary key (facility_id, mapping_id),
  constraint column_mapping_of foreign key (facility_id, configuration_id)
    references configuration (facility_id, configuration_id),
  constraint column_mapping_person foreign key (facility_id, person_id) references person (facility_id, person_id)
);
