-- What the holder of an account wants to be told by e-mail: each wish supersedes the one before. The address stands apart and
-- may be erased like a name; each wish vouches for its own with a hash.

create table reminder_wish (
  facility_id varchar(36) not null,
  wish_id varchar(36) not null,
  account_id varchar(36) not null,
  frequency varchar(16) not null,
  scope varchar(16) not null,
  language varchar(35) not null,
  address_hash varchar(64) not null,
  person_id varchar(36),
  entered_at bigint not null,
  constraint reminder_wish_pk primary key (facility_id, wish_id),
  constraint reminder_wish_of foreign key (facility_id, account_id) references account (facility_id, account_id),
  constraint reminder_wish_person foreign key (facility_id, person_id) references person (facility_id, person_id),
  constraint reminder_wish_frequency check (frequency in ('weekly', 'urgent', 'never')),
  constraint reminder_wish_scope check (scope in ('all', 'assigned'))
);

create table reminder_address (
  facility_id varchar(36) not null,
  wish_id varchar(36) not null,
  address varchar(254),
  constraint reminder_address_pk primary key (facility_id, wish_id),
  constraint reminder_address_of foreign key (facility_id, wish_id) references reminder_wish (facility_id, wish_id)
);
