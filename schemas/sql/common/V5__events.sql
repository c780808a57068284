-- What happens to instruments between checks, and what became of it. An event is never edited: what becomes known later
-- stands in follow-ups.

create table event (
  facility_id varchar(36) not null,
  event_id varchar(36) not null,
  instrument_id varchar(36) not null,
  kind varchar(32) not null,
  happened_at bigint not null,
  what text not null,
  effect varchar(16) not null,
  lost_minutes bigint not null,
  expense varchar(40),
  currency varchar(3),
  person_id varchar(36),
  entered_at bigint not null,
  zone varchar(64) not null,
  constraint event_pk primary key (facility_id, event_id),
  constraint event_instrument foreign key (facility_id, instrument_id)
    references instrument (facility_id, instrument_id),
  constraint event_person foreign key (facility_id, person_id) references person (facility_id, person_id),
  constraint event_effect check (effect in ('none', 'usable-with-care', 'do-not-use')),
  constraint event_loss check (lost_minutes >= 0),
  constraint event_expense check ((expense is null) = (currency is null))
);

create index event_by_id on event (event_id);
create index event_by_time on event (facility_id, instrument_id, happened_at);

create table event_component (
  facility_id varchar(36) not null,
  event_id varchar(36) not null,
  position int not null,
  component_id varchar(36) not null,
  constraint event_component_pk primary key (facility_id, event_id, position),
  constraint event_component_of foreign key (facility_id, event_id) references event (facility_id, event_id),
  constraint event_component_part foreign key (facility_id, component_id)
    references component (facility_id, component_id)
);

create table follow_up (
  facility_id varchar(36) not null,
  follow_up_id varchar(36) not null,
  event_id varchar(36) not null,
  step varchar(16) not null,
  holds_at bigint not null,
  said text not null,
  lost_minutes bigint not null,
  expense varchar(40),
  currency varchar(3),
  person_id varchar(36),
  entered_at bigint not null,
  zone varchar(64) not null,
  constraint follow_up_pk primary key (facility_id, follow_up_id),
  constraint follow_up_of foreign key (facility_id, event_id) references event (facility_id, event_id),
  constraint follow_up_person foreign key (facility_id, person_id) references person (facility_id, person_id),
  constraint follow_up_step check (step in ('note', 'expected', 'resolved', 'reopened', 'withdrawn')),
  constraint follow_up_loss check (lost_minutes >= 0),
  constraint follow_up_expense check ((expense is null) = (currency is null))
);

create index follow_up_by_event on follow_up (event_id);
