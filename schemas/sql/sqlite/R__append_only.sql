-- What was recorded is superseded by later rows, never changed or removed; the database itself says so. The exceptions are
-- a person's name and the name one signs in with, which may be erased. A migration that must rewrite rows drops the triggers of its tables first, and
-- this file, changed by a word, makes them again.

drop trigger if exists facility_is_not_changed;
create trigger facility_is_not_changed before update on facility
begin
  select raise(abort, 'the record is append-only: facility');
end;

drop trigger if exists facility_is_not_removed;
create trigger facility_is_not_removed before delete on facility
begin
  select raise(abort, 'the record is append-only: facility');
end;

drop trigger if exists instrument_is_not_changed;
create trigger instrument_is_not_changed before update on instrument
begin
  select raise(abort, 'the record is append-only: instrument');
end;

drop trigger if exists instrument_is_not_removed;
create trigger instrument_is_not_removed before delete on instrument
begin
  select raise(abort, 'the record is append-only: instrument');
end;

drop trigger if exists component_is_not_changed;
create trigger component_is_not_changed before update on component
begin
  select raise(abort, 'the record is append-only: component');
end;

drop trigger if exists component_is_not_removed;
create trigger component_is_not_removed before delete on component
begin
  select raise(abort, 'the record is append-only: component');
end;

drop trigger if exists configuration_is_not_changed;
create trigger configuration_is_not_changed before update on configuration
begin
  select raise(abort, 'the record is append-only: configuration');
end;

drop trigger if exists configuration_is_not_removed;
create trigger configuration_is_not_removed before delete on configuration
begin
  select raise(abort, 'the record is append-only: configuration');
end;

drop trigger if exists configuration_component_is_not_changed;
create trigger configuration_component_is_not_changed before update on configuration_component
begin
  select raise(abort, 'the record is append-only: configuration_component');
end;

drop trigger if exists configuration_component_is_not_removed;
create trigger configuration_component_is_not_removed before delete on configuration_component
begin
  select raise(abort, 'the record is append-only: configuration_component');
end;

drop trigger if exists qc_check_is_not_changed;
create trigger qc_check_is_not_changed before update on qc_check
begin
  select raise(abort, 'the record is append-only: qc_check');
end;

drop trigger if exists qc_check_is_not_removed;
create trigger qc_check_is_not_removed before delete on qc_check
begin
  select raise(abort, 'the record is append-only: qc_check');
end;

drop trigger if exists check_input_is_not_changed;
create trigger check_input_is_not_changed before update on check_input
begin
  select raise(abort, 'the record is append-only: check_input');
end;

drop trigger if exists check_input_is_not_removed;
create trigger check_input_is_not_removed before delete on check_input
begin
  select raise(abort, 'the record is append-only: check_input');
end;

drop trigger if exists check_parameter_is_not_changed;
create trigger check_parameter_is_not_changed before update on check_parameter
begin
  select raise(abort, 'the record is append-only: check_parameter');
end;

drop trigger if exists check_parameter_is_not_removed;
create trigger check_parameter_is_not_removed before delete on check_parameter
begin
  select raise(abort, 'the record is append-only: check_parameter');
end;

drop trigger if exists measurement_is_not_changed;
create trigger measurement_is_not_changed before update on measurement
begin
  select raise(abort, 'the record is append-only: measurement');
end;

drop trigger if exists measurement_is_not_removed;
create trigger measurement_is_not_removed before delete on measurement
begin
  select raise(abort, 'the record is append-only: measurement');
end;

drop trigger if exists item_is_not_changed;
create trigger item_is_not_changed before update on item
begin
  select raise(abort, 'the record is append-only: item');
end;

drop trigger if exists item_is_not_removed;
create trigger item_is_not_removed before delete on item
begin
  select raise(abort, 'the record is append-only: item');
end;

drop trigger if exists verdict_is_not_changed;
create trigger verdict_is_not_changed before update on verdict
begin
  select raise(abort, 'the record is append-only: verdict');
end;

drop trigger if exists verdict_is_not_removed;
create trigger verdict_is_not_removed before delete on verdict
begin
  select raise(abort, 'the record is append-only: verdict');
end;

drop trigger if exists remark_is_not_changed;
create trigger remark_is_not_changed before update on remark
begin
  select raise(abort, 'the record is append-only: remark');
end;

drop trigger if exists remark_is_not_removed;
create trigger remark_is_not_removed before delete on remark
begin
  select raise(abort, 'the record is append-only: remark');
end;

drop trigger if exists check_figures_is_not_changed;
create trigger check_figures_is_not_changed before update on check_figures
begin
  select raise(abort, 'the record is append-only: check_figures');
end;

drop trigger if exists check_figures_is_not_removed;
create trigger check_figures_is_not_removed before delete on check_figures
begin
  select raise(abort, 'the record is append-only: check_figures');
end;

drop trigger if exists audit_is_not_changed;
create trigger audit_is_not_changed before update on audit
begin
  select raise(abort, 'the record is append-only: audit');
end;

drop trigger if exists audit_is_not_removed;
create trigger audit_is_not_removed before delete on audit
begin
  select raise(abort, 'the record is append-only: audit');
end;

drop trigger if exists person_is_not_changed;
create trigger person_is_not_changed before update of facility_id, person_id on person
begin
  select raise(abort, 'the record is append-only: person');
end;

drop trigger if exists person_is_not_removed;
create trigger person_is_not_removed before delete on person
begin
  select raise(abort, 'the record is append-only: person');
end;

drop trigger if exists meter_is_not_changed;
create trigger meter_is_not_changed before update on meter
begin
  select raise(abort, 'the record is append-only: meter');
end;

drop trigger if exists meter_is_not_removed;
create trigger meter_is_not_removed before delete on meter
begin
  select raise(abort, 'the record is append-only: meter');
end;

drop trigger if exists meter_certificate_is_not_changed;
create trigger meter_certificate_is_not_changed before update on meter_certificate
begin
  select raise(abort, 'the record is append-only: meter_certificate');
end;

drop trigger if exists meter_certificate_is_not_removed;
create trigger meter_certificate_is_not_removed before delete on meter_certificate
begin
  select raise(abort, 'the record is append-only: meter_certificate');
end;

drop trigger if exists column_mapping_is_not_changed;
create trigger column_mapping_is_not_changed before update on column_mapping
begin
  select raise(abort, 'the record is append-only: column_mapping');
end;

drop trigger if exists column_mapping_is_not_removed;
create trigger column_mapping_is_not_removed before delete on column_mapping
begin
  select raise(abort, 'the record is append-only: column_mapping');
end;

drop trigger if exists schedule_plan_is_not_changed;
create trigger schedule_plan_is_not_changed before update on schedule_plan
begin
  select raise(abort, 'the record is append-only: schedule_plan');
end;

drop trigger if exists schedule_plan_is_not_removed;
create trigger schedule_plan_is_not_removed before delete on schedule_plan
begin
  select raise(abort, 'the record is append-only: schedule_plan');
end;

drop trigger if exists schedule_path_is_not_changed;
create trigger schedule_path_is_not_changed before update on schedule_path
begin
  select raise(abort, 'the record is append-only: schedule_path');
end;

drop trigger if exists schedule_path_is_not_removed;
create trigger schedule_path_is_not_removed before delete on schedule_path
begin
  select raise(abort, 'the record is append-only: schedule_path');
end;

drop trigger if exists schedule_counting_is_not_changed;
create trigger schedule_counting_is_not_changed before update on schedule_counting
begin
  select raise(abort, 'the record is append-only: schedule_counting');
end;

drop trigger if exists schedule_counting_is_not_removed;
create trigger schedule_counting_is_not_removed before delete on schedule_counting
begin
  select raise(abort, 'the record is append-only: schedule_counting');
end;

drop trigger if exists hour_reading_is_not_changed;
create trigger hour_reading_is_not_changed before update on hour_reading
begin
  select raise(abort, 'the record is append-only: hour_reading');
end;

drop trigger if exists hour_reading_is_not_removed;
create trigger hour_reading_is_not_removed before delete on hour_reading
begin
  select raise(abort, 'the record is append-only: hour_reading');
end;

drop trigger if exists event_is_not_changed;
create trigger event_is_not_changed before update on event
begin
  select raise(abort, 'the record is append-only: event');
end;

drop trigger if exists event_is_not_removed;
create trigger event_is_not_removed before delete on event
begin
  select raise(abort, 'the record is append-only: event');
end;

drop trigger if exists event_component_is_not_changed;
create trigger event_component_is_not_changed before update on event_component
begin
  select raise(abort, 'the record is append-only: event_component');
end;

drop trigger if exists event_component_is_not_removed;
create trigger event_component_is_not_removed before delete on event_component
begin
  select raise(abort, 'the record is append-only: event_component');
end;

drop trigger if exists follow_up_is_not_changed;
create trigger follow_up_is_not_changed before update on follow_up
begin
  select raise(abort, 'the record is append-only: follow_up');
end;

drop trigger if exists follow_up_is_not_removed;
create trigger follow_up_is_not_removed before delete on follow_up
begin
  select raise(abort, 'the record is append-only: follow_up');
end;

drop trigger if exists account_is_not_changed;
create trigger account_is_not_changed before update of facility_id, account_id on account
begin
  select raise(abort, 'the record is append-only: account');
end;

drop trigger if exists account_is_not_removed;
create trigger account_is_not_removed before delete on account
begin
  select raise(abort, 'the record is append-only: account');
end;

drop trigger if exists account_version_is_not_changed;
create trigger account_version_is_not_changed before update on account_version
begin
  select raise(abort, 'the record is append-only: account_version');
end;

drop trigger if exists account_version_is_not_removed;
create trigger account_version_is_not_removed before delete on account_version
begin
  select raise(abort, 'the record is append-only: account_version');
end;

drop trigger if exists api_token_is_not_changed;
create trigger api_token_is_not_changed before update on api_token
begin
  select raise(abort, 'the record is append-only: api_token');
end;

drop trigger if exists api_token_is_not_removed;
create trigger api_token_is_not_removed before delete on api_token
begin
  select raise(abort, 'the record is append-only: api_token');
end;

drop trigger if exists api_token_end_is_not_changed;
create trigger api_token_end_is_not_changed before update on api_token_end
begin
  select raise(abort, 'the record is append-only: api_token_end');
end;

drop trigger if exists api_token_end_is_not_removed;
create trigger api_token_end_is_not_removed before delete on api_token_end
begin
  select raise(abort, 'the record is append-only: api_token_end');
end;

drop trigger if exists baseline_is_not_changed;
create trigger baseline_is_not_changed before update on baseline
begin
  select raise(abort, 'the record is append-only: baseline');
end;

drop trigger if exists baseline_is_not_removed;
create trigger baseline_is_not_removed before delete on baseline
begin
  select raise(abort, 'the record is append-only: baseline');
end;

drop trigger if exists baseline_check_is_not_changed;
create trigger baseline_check_is_not_changed before update on baseline_check
begin
  select raise(abort, 'the record is append-only: baseline_check');
end;

drop trigger if exists baseline_check_is_not_removed;
create trigger baseline_check_is_not_removed before delete on baseline_check
begin
  select raise(abort, 'the record is append-only: baseline_check');
end;

drop trigger if exists baseline_value_is_not_changed;
create trigger baseline_value_is_not_changed before update on baseline_value
begin
  select raise(abort, 'the record is append-only: baseline_value');
end;

drop trigger if exists baseline_value_is_not_removed;
create trigger baseline_value_is_not_removed before delete on baseline_value
begin
  select raise(abort, 'the record is append-only: baseline_value');
end;

drop trigger if exists limit_version_is_not_changed;
create trigger limit_version_is_not_changed before update on limit_version
begin
  select raise(abort, 'the record is append-only: limit_version');
end;

drop trigger if exists limit_version_is_not_removed;
create trigger limit_version_is_not_removed before delete on limit_version
begin
  select raise(abort, 'the record is append-only: limit_version');
end;

drop trigger if exists limit_rule_is_not_changed;
create trigger limit_rule_is_not_changed before update on limit_rule
begin
  select raise(abort, 'the record is append-only: limit_rule');
end;

drop trigger if exists limit_rule_is_not_removed;
create trigger limit_rule_is_not_removed before delete on limit_rule
begin
  select raise(abort, 'the record is append-only: limit_rule');
end;

drop trigger if exists check_review_is_not_changed;
create trigger check_review_is_not_changed before update on check_review
begin
  select raise(abort, 'the record is append-only: check_review');
end;

drop trigger if exists check_review_is_not_removed;
create trigger check_review_is_not_removed before delete on check_review
begin
  select raise(abort, 'the record is append-only: check_review');
end;

drop trigger if exists review_policy_is_not_changed;
create trigger review_policy_is_not_changed before update on review_policy
begin
  select raise(abort, 'the record is append-only: review_policy');
end;

drop trigger if exists review_policy_is_not_removed;
create trigger review_policy_is_not_removed before delete on review_policy
begin
  select raise(abort, 'the record is append-only: review_policy');
end;

drop trigger if exists artefact_is_not_changed;
create trigger artefact_is_not_changed before update on artefact
begin
  select raise(abort, 'the record is append-only: artefact');
end;

drop trigger if exists artefact_is_not_removed;
create trigger artefact_is_not_removed before delete on artefact
begin
  select raise(abort, 'the record is append-only: artefact');
end;

drop trigger if exists own_protocol_is_not_changed;
create trigger own_protocol_is_not_changed before update on own_protocol
begin
  select raise(abort, 'the record is append-only: own_protocol');
end;

drop trigger if exists own_protocol_is_not_removed;
create trigger own_protocol_is_not_removed before delete on own_protocol
begin
  select raise(abort, 'the record is append-only: own_protocol');
end;

drop trigger if exists own_protocol_picture_is_not_changed;
create trigger own_protocol_picture_is_not_changed before update on own_protocol_picture
begin
  select raise(abort, 'the record is append-only: own_protocol_picture');
end;

drop trigger if exists own_protocol_picture_is_not_removed;
create trigger own_protocol_picture_is_not_removed before delete on own_protocol_picture
begin
  select raise(abort, 'the record is append-only: own_protocol_picture');
end;

drop trigger if exists check_move_is_not_changed;
create trigger check_move_is_not_changed before update on check_move
begin
  select raise(abort, 'the record is append-only: check_move');
end;

drop trigger if exists check_move_is_not_removed;
create trigger check_move_is_not_removed before delete on check_move
begin
  select raise(abort, 'the record is append-only: check_move');
end;

drop trigger if exists kit_recall_is_not_changed;
create trigger kit_recall_is_not_changed before update on kit_recall
begin
  select raise(abort, 'the record is append-only: kit_recall');
end;

drop trigger if exists kit_recall_is_not_removed;
create trigger kit_recall_is_not_removed before delete on kit_recall
begin
  select raise(abort, 'the record is append-only: kit_recall');
end;

drop trigger if exists kit_recall_end_is_not_changed;
create trigger kit_recall_end_is_not_changed before update on kit_recall_end
begin
  select raise(abort, 'the record is append-only: kit_recall_end');
end;

drop trigger if exists kit_recall_end_is_not_removed;
create trigger kit_recall_end_is_not_removed before delete on kit_recall_end
begin
  select raise(abort, 'the record is append-only: kit_recall_end');
end;

drop trigger if exists service_return_is_not_changed;
create trigger service_return_is_not_changed before update on service_return
begin
  select raise(abort, 'the record is append-only: service_return');
end;

drop trigger if exists service_return_is_not_removed;
create trigger service_return_is_not_removed before delete on service_return
begin
  select raise(abort, 'the record is append-only: service_return');
end;

drop trigger if exists service_waiver_is_not_changed;
create trigger service_waiver_is_not_changed before update on service_waiver
begin
  select raise(abort, 'the record is append-only: service_waiver');
end;

drop trigger if exists service_waiver_is_not_removed;
create trigger service_waiver_is_not_removed before delete on service_waiver
begin
  select raise(abort, 'the record is append-only: service_waiver');
end;

drop trigger if exists registry_version_is_not_changed;
create trigger registry_version_is_not_changed before update on registry_version
begin
  select raise(abort, 'the record is append-only: registry_version');
end;

drop trigger if exists registry_version_is_not_removed;
create trigger registry_version_is_not_removed before delete on registry_version
begin
  select raise(abort, 'the record is append-only: registry_version');
end;

drop trigger if exists component_move_is_not_changed;
create trigger component_move_is_not_changed before update on component_move
begin
  select raise(abort, 'the record is append-only: component_move');
end;

drop trigger if exists component_move_is_not_removed;
create trigger component_move_is_not_removed before delete on component_move
begin
  select raise(abort, 'the record is append-only: component_move');
end;

drop trigger if exists software_version_is_not_changed;
create trigger software_version_is_not_changed before update on software_version
begin
  select raise(abort, 'the record is append-only: software_version');
end;

drop trigger if exists software_version_is_not_removed;
create trigger software_version_is_not_removed before delete on software_version
begin
  select raise(abort, 'the record is append-only: software_version');
end;

drop trigger if exists registry_event_is_not_changed;
create trigger registry_event_is_not_changed before update on registry_event
begin
  select raise(abort, 'the record is append-only: registry_event');
end;

drop trigger if exists registry_event_is_not_removed;
create trigger registry_event_is_not_removed before delete on registry_event
begin
  select raise(abort, 'the record is append-only: registry_event');
end;

drop trigger if exists attachment_is_not_changed;
create trigger attachment_is_not_changed before update on attachment
begin
  select raise(abort, 'the record is append-only: attachment');
end;

drop trigger if exists attachment_is_not_removed;
create trigger attachment_is_not_removed before delete on attachment
begin
  select raise(abort, 'the record is append-only: attachment');
end;

drop trigger if exists attachment_end_is_not_changed;
create trigger attachment_end_is_not_changed before update on attachment_end
begin
  select raise(abort, 'the record is append-only: attachment_end');
end;

drop trigger if exists attachment_end_is_not_removed;
create trigger attachment_end_is_not_removed before delete on attachment_end
begin
  select raise(abort, 'the record is append-only: attachment_end');
end;

drop trigger if exists reminder_claim_is_not_changed;
create trigger reminder_claim_is_not_changed before update on reminder_claim
begin
  select raise(abort, 'the record is append-only: reminder_claim');
end;

drop trigger if exists reminder_claim_is_not_removed;
create trigger reminder_claim_is_not_removed before delete on reminder_claim
begin
  select raise(abort, 'the record is append-only: reminder_claim');
end;

drop trigger if exists reminder_outcome_is_not_changed;
create trigger reminder_outcome_is_not_changed before update on reminder_outcome
begin
  select raise(abort, 'the record is append-only: reminder_outcome');
end;

drop trigger if exists reminder_outcome_is_not_removed;
create trigger reminder_outcome_is_not_removed before delete on reminder_outcome
begin
  select raise(abort, 'the record is append-only: reminder_outcome');
end;

drop trigger if exists reminder_wish_is_not_changed;
create trigger reminder_wish_is_not_changed before update on reminder_wish
begin
  select raise(abort, 'the record is append-only: reminder_wish');
end;

drop trigger if exists reminder_wish_is_not_removed;
create trigger reminder_wish_is_not_removed before delete on reminder_wish
begin
  select raise(abort, 'the record is append-only: reminder_wish');
end;

drop trigger if exists reminder_address_is_not_changed;
create trigger reminder_address_is_not_changed before update of facility_id, wish_id on reminder_address
begin
  select raise(abort, 'the record is append-only: reminder_address');
end;

drop trigger if exists reminder_address_is_not_removed;
create trigger reminder_address_is_not_removed before delete on reminder_address
begin
  select raise(abort, 'the record is append-only: reminder_address');
end;

drop trigger if exists publicity_is_not_changed;
create trigger publicity_is_not_changed before update on publicity
begin
  select raise(abort, 'the record is append-only: publicity');
end;

drop trigger if exists publicity_is_not_removed;
create trigger publicity_is_not_removed before delete on publicity
begin
  select raise(abort, 'the record is append-only: publicity');
end;

drop trigger if exists qc_statement_is_not_changed;
create trigger qc_statement_is_not_changed before update on qc_statement
begin
  select raise(abort, 'the record is append-only: qc_statement');
end;

drop trigger if exists qc_statement_is_not_removed;
create trigger qc_statement_is_not_removed before delete on qc_statement
begin
  select raise(abort, 'the record is append-only: qc_statement');
end;

drop trigger if exists qc_statement_end_is_not_changed;
create trigger qc_statement_end_is_not_changed before update on qc_statement_end
begin
  select raise(abort, 'the record is append-only: qc_statement_end');
end;

drop trigger if exists qc_statement_end_is_not_removed;
create trigger qc_statement_end_is_not_removed before delete on qc_statement_end
begin
  select raise(abort, 'the record is append-only: qc_statement_end');
end;
