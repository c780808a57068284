-- Who may do what. An account is a list of versions, each superseding the one before. The name one signs in with stands
-- apart and may be erased like a person's; each version vouches for it with a hash. Passwords and tokens are kept as hashes.

create table account (
  facility_id varchar(36) not null,
  account_id varchar(36) not null,
  login varchar(64),
  constraint account_pk primary key (facility_id, account_id),
  constraint account_login unique (facility_id, login),
  constraint account_in_facility foreign key (facility_id) references facility (facility_id)
);

create table account_version (
  facility_id varchar(36) not null,
  version_id varchar(36) not null,
  account_id varchar(36) not null,
  version int not null,
  login_hash varchar(64) not null,
  person_id varchar(36) not null,
  roles varchar(200) not null,
  password_hash varchar(200) not null,
  standing varchar(16) not null,
  author_id varchar(36),
  entered_at bigint not null,
  reason text not null,
  constraint account_version_pk primary key (facility_id, version_id),
  constraint account_version_number unique (facility_id, account_id, version),
  constraint account_version_of foreign key (facility_id, account_id) references account (facility_id, account_id),
  constraint account_version_person foreign key (facility_id, person_id) references person (facility_id, person_id),
  constraint account_version_author foreign key (facility_id, author_id) references person (facility_id, person_id),
  constraint account_version_standing check (standing in ('active', 'closed'))
);

create table api_token (
  facility_id varchar(36) not null,
  token_id varchar(36) not null,
  account_id varchar(36) not null,
  name text not null,
  role varchar(32) not null,
  token_hash varchar(64) not null,
  person_id varchar(36),
  entered_at bigint not null,
  constraint api_token_pk primary key (facility_id, token_id),
  constraint api_token_hash unique (token_hash),
  constraint api_token_of foreign key (facility_id, account_id) references account (facility_id, account_id),
  constraint api_token_person foreign key (facility_id, person_id) references person (facility_id, person_id)
);

create table api_token_end (
  facility_id varchar(36) not null,
  end_id varchar(36) not null,
  token_id varchar(36) not null,
  person_id varchar(36),
  entered_at bigint not null,
  constraint api_token_end_pk primary key (facility_id, end_id),
  constraint api_token_end_of foreign key (facility_id, token_id) references api_token (facility_id, token_id),
  constraint api_token_end_person foreign key (facility_id, person_id) references person (facility_id, person_id)
);
