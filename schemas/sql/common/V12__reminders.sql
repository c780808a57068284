-- Which reminders were sent. A claim stands before a message leaves and what became of it after, so that a message that was
-- perhaps sent when the power failed is never sent twice.

create table reminder_claim (
  facility_id varchar(36) not null,
  claim_id varchar(36) not null,
  period varchar(16) not null,
  kind varchar(16) not null,
  recipient_id varchar(36) not null,
  attempt int not null,
  claimed_at bigint not null,
  constraint reminder_claim_pk primary key (facility_id, claim_id),
  constraint reminder_claim_once unique (facility_id, period, kind, recipient_id, attempt),
  constraint reminder_claim_recipient foreign key (facility_id, recipient_id)
    references person (facility_id, person_id),
  constraint reminder_claim_kind check (kind in ('digest', 'escalation', 'trial'))
);

create table reminder_outcome (
  facility_id varchar(36) not null,
  outcome_id varchar(36) not null,
  claim_id varchar(36) not null,
  outcome varchar(16) not null,
  said text not null,
  noted_at bigint not null,
  constraint reminder_outcome_pk primary key (facility_id, outcome_id),
  constraint reminder_outcome_once unique (facility_id, claim_id),
  constraint reminder_outcome_of foreign key (facility_id, claim_id) references reminder_claim (facility_id, claim_id),
  constraint reminder_outcome_word check (outcome in ('sent', 'failed', 'unknown'))
);
