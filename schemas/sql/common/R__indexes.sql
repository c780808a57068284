-- Indexes that hold nothing of their own and may change from version to version: made where they are missing.

-- [jooq ignore start]
create index if not exists qc_check_to_review on qc_check (facility_id, instrument_id, measured_at)
  where overall <> 'pass' or note <> '';
create index if not exists event_by_instrument on event (instrument_id, happened_at);
create index if not exists schedule_plan_by_instrument on schedule_plan (instrument_id);
create index if not exists schedule_path_by_configuration on schedule_path (configuration_id);
drop index if exists check_review_by_check;
drop index if exists check_review_by_instrument;
drop index if exists check_review_by_entry;
create index if not exists check_review_by_decision on check_review
  (facility_id, instrument_id, decision, entered_at, check_id, review_id);
create index if not exists check_review_of_check on check_review (check_id, review_id, decision, entered_at);
create index if not exists configuration_component_by_path on configuration_component (configuration_id);
create index if not exists component_by_id on component (component_id);
create index if not exists configuration_by_instrument on configuration (instrument_id);
create index if not exists qc_check_after_work on qc_check (facility_id, instrument_id, measured_at)
  where reason = 'after-service' or reason = 'as-left';
create index if not exists audit_of_kind on audit (facility_id, action, sequence, person_id);
create index if not exists audit_of_person on audit (facility_id, person_id, sequence, action);
-- [jooq ignore stop]
