-- What values are judged by, as versions each superseding the one before of the same scope; the baselines percentages are
-- of; and what people said of checks. Days are written 2026-03-12.

create table baseline (
  facility_id varchar(36) not null,
  baseline_id varchar(36) not null,
  configuration_id varchar(36) not null,
  protocol_id varchar(64) not null,
  version int not null,
  estimator varchar(16) not null,
  person_id varchar(36),
  entered_at bigint not null,
  reason text not null,
  constraint baseline_pk primary key (facility_id, baseline_id),
  constraint baseline_version unique (facility_id, configuration_id, protocol_id, version),
  constraint baseline_configuration foreign key (facility_id, configuration_id)
    references configuration (facility_id, configuration_id),
  constraint baseline_person foreign key (facility_id, person_id) references person (facility_id, person_id),
  constraint baseline_estimator check (estimator in ('median', 'mean'))
);

create table baseline_check (
  facility_id varchar(36) not null,
  baseline_id varchar(36) not null,
  position int not null,
  check_id varchar(36) not null,
  constraint baseline_check_pk primary key (facility_id, baseline_id, position),
  constraint baseline_check_of foreign key (facility_id, baseline_id) references baseline (facility_id, baseline_id),
  constraint baseline_check_check foreign key (facility_id, check_id) references qc_check (facility_id, check_id)
);

create table baseline_value (
  facility_id varchar(36) not null,
  baseline_id varchar(36) not null,
  position int not null,
  metric varchar(100) not null,
  channel int not null,
  qualifiers varchar(1000) not null,
  statistic varchar(16) not null,
  quantity double precision not null,
  unit varchar(32) not null,
  scatter double precision,
  n int not null,
  constraint baseline_value_pk primary key (facility_id, baseline_id, position),
  constraint baseline_value_key unique (facility_id, baseline_id, metric, channel, qualifiers, statistic),
  constraint baseline_value_of foreign key (facility_id, baseline_id) references baseline (facility_id, baseline_id)
);

-- The scope is the id of a light path, an instrument or the facility itself.
create table limit_version (
  facility_id varchar(36) not null,
  version_id varchar(36) not null,
  protocol_id varchar(64) not null,
  reach varchar(16) not null,
  scope_id varchar(36) not null,
  version int not null,
  in_force_from varchar(10) not null,
  baseline_id varchar(36),
  person_id varchar(36),
  entered_at bigint not null,
  reason text not null,
  constraint limit_version_pk primary key (facility_id, version_id),
  constraint limit_version_number unique (facility_id, protocol_id, scope_id, version),
  constraint limit_version_baseline foreign key (facility_id, baseline_id)
    references baseline (facility_id, baseline_id),
  constraint limit_version_person foreign key (facility_id, person_id) references person (facility_id, person_id),
  constraint limit_version_reach check (reach in ('configuration', 'instrument', 'everywhere'))
);

create table limit_rule (
  facility_id varchar(36) not null,
  version_id varchar(36) not null,
  position int not null,
  metric varchar(100) not null,
  statistic varchar(16) not null,
  kind varchar(32) not null,
  decision varchar(16) not null,
  warning_low double precision,
  warning_high double precision,
  fail_low double precision,
  fail_high double precision,
  constraint limit_rule_pk primary key (facility_id, version_id, position),
  constraint limit_rule_metric unique (facility_id, version_id, metric, statistic),
  constraint limit_rule_of foreign key (facility_id, version_id) references limit_version (facility_id, version_id),
  constraint limit_rule_kind check (kind in ('absolute', 'percent-of-baseline', 'percent-of-theory')),
  constraint limit_rule_decision check (decision in ('simple', 'guarded'))
);

-- The instrument stands here again so that the words on all its checks are one range of one index.
create table check_review (
  facility_id varchar(36) not null,
  review_id varchar(36) not null,
  check_id varchar(36) not null,
  instrument_id varchar(36) not null,
  decision varchar(16) not null,
  person_id varchar(36),
  entered_at bigint not null,
  reason text not null,
  constraint check_review_pk primary key (facility_id, review_id),
  constraint check_review_of foreign key (facility_id, check_id) references qc_check (facility_id, check_id),
  constraint check_review_instrument foreign key (facility_id, instrument_id)
    references instrument (facility_id, instrument_id),
  constraint check_review_person foreign key (facility_id, person_id) references person (facility_id, person_id),
  constraint check_review_decision check (decision in ('approved', 'rejected', 'void'))
);

create index check_review_by_check on check_review (check_id);
create index check_review_by_instrument on check_review (facility_id, instrument_id);

create table review_policy (
  facility_id varchar(36) not null,
  policy_id varchar(36) not null,
  own_work varchar(16) not null,
  person_id varchar(36),
  entered_at bigint not null,
  reason text not null,
  constraint review_policy_pk primary key (facility_id, policy_id),
  constraint review_policy_in_facility foreign key (facility_id) references facility (facility_id),
  constraint review_policy_person foreign key (facility_id, person_id) references person (facility_id, person_id),
  constraint review_policy_own_work check (own_work in ('allowed', 'refused'))
);
