-- What was recorded is superseded by later rows, never changed or removed; the database itself says so. The exceptions are
-- a person's name and the name one signs in with, which may be erased. A migration that must rewrite rows drops the triggers of its tables first, and
-- this file, changed by a word, makes them again.

create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the record is append-only: %', tg_table_name;
end;
$$;

drop trigger if exists facility_is_not_changed on facility;
create trigger facility_is_not_changed before update on facility
  for each statement execute function refuse_change();
drop trigger if exists facility_is_not_removed on facility;
create trigger facility_is_not_removed before delete or truncate on facility
  for each statement execute function refuse_change();

drop trigger if exists instrument_is_not_changed on instrument;
create trigger instrument_is_not_changed before update on instrument
  for each statement execute function refuse_change();
drop trigger if exists instrument_is_not_removed on instrument;
create trigger instrument_is_not_removed before delete or truncate on instrument
  for each statement execute function refuse_change();

drop trigger if exists component_is_not_changed on component;
create trigger component_is_not_changed before update on component
  for each statement execute function refuse_change();
drop trigger if exists component_is_not_removed on component;
create trigger component_is_not_removed before delete or truncate on component
  for each statement execute function refuse_change();

drop trigger if exists configuration_is_not_changed on configuration;
create trigger configuration_is_not_changed before update on configuration
  for each statement execute function refuse_change();
drop trigger if exists configuration_is_not_removed on configuration;
create trigger configuration_is_not_removed before delete or truncate on configuration
  for each statement execute function refuse_change();

drop trigger if exists configuration_component_is_not_changed on configuration_component;
create trigger configuration_component_is_not_changed before update on configuration_component
  for each statement execute function refuse_change();
drop trigger if exists configuration_component_is_not_removed on configuration_component;
create trigger configuration_component_is_not_removed before delete or truncate on configuration_component
  for each statement execute function refuse_change();

drop trigger if exists qc_check_is_not_changed on qc_check;
create trigger qc_check_is_not_changed before update on qc_check
  for each statement execute function refuse_change();
drop trigger if exists qc_check_is_not_removed on qc_check;
create trigger qc_check_is_not_removed before delete or truncate on qc_check
  for each statement execute function refuse_change();

drop trigger if exists check_input_is_not_changed on check_input;
create trigger check_input_is_not_changed before update on check_input
  for each statement execute function refuse_change();
drop trigger if exists check_input_is_not_removed on check_input;
create trigger check_input_is_not_removed before delete or truncate on check_input
  for each statement execute function refuse_change();

drop trigger if exists check_parameter_is_not_changed on check_parameter;
create trigger check_parameter_is_not_changed before update on check_parameter
  for each statement execute function refuse_change();
drop trigger if exists check_parameter_is_not_removed on check_parameter;
create trigger check_parameter_is_not_removed before delete or truncate on check_parameter
  for each statement execute function refuse_change();

drop trigger if exists measurement_is_not_changed on measurement;
create trigger measurement_is_not_changed before update on measurement
  for each statement execute function refuse_change();
drop trigger if exists measurement_is_not_removed on measurement;
create trigger measurement_is_not_removed before delete or truncate on measurement
  for each statement execute function refuse_change();

drop trigger if exists item_is_not_changed on item;
create trigger item_is_not_changed before update on item
  for each statement execute function refuse_change();
drop trigger if exists item_is_not_removed on item;
create trigger item_is_not_removed before delete or truncate on item
  for each statement execute function refuse_change();

drop trigger if exists verdict_is_not_changed on verdict;
create trigger verdict_is_not_changed before update on verdict
  for each statement execute function refuse_change();
drop trigger if exists verdict_is_not_removed on verdict;
create trigger verdict_is_not_removed before delete or truncate on verdict
  for each statement execute function refuse_change();

drop trigger if exists remark_is_not_changed on remark;
create trigger remark_is_not_changed before update on remark
  for each statement execute function refuse_change();
drop trigger if exists remark_is_not_removed on remark;
create trigger remark_is_not_removed before delete or truncate on remark
  for each statement execute function refuse_change();

drop trigger if exists check_figures_is_not_changed on check_figures;
create trigger check_figures_is_not_changed before update on check_figures
  for each statement execute function refuse_change();
drop trigger if exists check_figures_is_not_removed on check_figures;
create trigger check_figures_is_not_removed before delete or truncate on check_figures
  for each statement execute function refuse_change();

drop trigger if exists audit_is_not_changed on audit;
create trigger audit_is_not_changed before update on audit
  for each statement execute function refuse_change();
drop trigger if exists audit_is_not_removed on audit;
create trigger audit_is_not_removed before delete or truncate on audit
  for each statement execute function refuse_change();

drop trigger if exists person_is_not_changed on person;
create trigger person_is_not_changed before update of facility_id, person_id on person
  for each statement execute function refuse_change();
drop trigger if exists person_is_not_removed on person;
create trigger person_is_not_removed before delete or truncate on person
  for each statement execute function refuse_change();

drop trigger if exists meter_is_not_changed on meter;
create trigger meter_is_not_changed before update on meter
  for each statement execute function refuse_change();
drop trigger if exists meter_is_not_removed on meter;
create trigger meter_is_not_removed before delete or truncate on meter
  for each statement execute function refuse_change();

drop trigger if exists meter_certificate_is_not_changed on meter_certificate;
create trigger meter_certificate_is_not_changed before update on meter_certificate
  for each statement execute function refuse_change();
drop trigger if exists meter_certificate_is_not_removed on meter_certificate;
create trigger meter_certificate_is_not_removed before delete or truncate on meter_certificate
  for each statement execute function refuse_change();

drop trigger if exists column_mapping_is_not_changed on column_mapping;
create trigger column_mapping_is_not_changed before update on column_mapping
  for each statement execute function refuse_change();
drop trigger if exists column_mapping_is_not_removed on column_mapping;
create trigger column_mapping_is_not_removed before delete or truncate on column_mapping
  for each statement execute function refuse_change();

drop trigger if exists schedule_plan_is_not_changed on schedule_plan;
create trigger schedule_plan_is_not_changed before update on schedule_plan
  for each statement execute function refuse_change();
drop trigger if exists schedule_plan_is_not_removed on schedule_plan;
create trigger schedule_plan_is_not_removed before delete or truncate on schedule_plan
  for each statement execute function refuse_change();

drop trigger if exists schedule_path_is_not_changed on schedule_path;
create trigger schedule_path_is_not_changed before update on schedule_path
  for each statement execute function refuse_change();
drop trigger if exists schedule_path_is_not_removed on schedule_path;
create trigger schedule_path_is_not_removed before delete or truncate on schedule_path
  for each statement execute function refuse_change();

drop trigger if exists schedule_counting_is_not_changed on schedule_counting;
create trigger schedule_counting_is_not_changed before update on schedule_counting
  for each statement execute function refuse_change();
drop trigger if exists schedule_counting_is_not_removed on schedule_counting;
create trigger schedule_counting_is_not_removed before delete or truncate on schedule_counting
  for each statement execute function refuse_change();

drop trigger if exists hour_reading_is_not_changed on hour_reading;
create trigger hour_reading_is_not_changed before update on hour_reading
  for each statement execute function refuse_change();
drop trigger if exists hour_reading_is_not_removed on hour_reading;
create trigger hour_reading_is_not_removed before delete or truncate on hour_reading
  for each statement execute function refuse_change();

drop trigger if exists event_is_not_changed on event;
create trigger event_is_not_changed before update on event
  for each statement execute function refuse_change();
drop trigger if exists event_is_not_removed on event;
create trigger event_is_not_removed before delete or truncate on event
  for each statement execute function refuse_change();

drop trigger if exists event_component_is_not_changed on event_component;
create trigger event_component_is_not_changed before update on event_component
  for each statement execute function refuse_change();
drop trigger if exists event_component_is_not_removed on event_component;
create trigger event_component_is_not_removed before delete or truncate on event_component
  for each statement execute function refuse_change();

drop trigger if exists follow_up_is_not_changed on follow_up;
create trigger follow_up_is_not_changed before update on follow_up
  for each statement execute function refuse_change();
drop trigger if exists follow_up_is_not_removed on follow_up;
create trigger follow_up_is_not_removed before delete or truncate on follow_up
  for each statement execute function refuse_change();

drop trigger if exists account_is_not_changed on account;
create trigger account_is_not_changed before update of facility_id, account_id on account
  for each statement execute function refuse_change();
drop trigger if exists account_is_not_removed on account;
create trigger account_is_not_removed before delete or truncate on account
  for each statement execute function refuse_change();

drop trigger if exists account_version_is_not_changed on account_version;
create trigger account_version_is_not_changed before update on account_version
  for each statement execute function refuse_change();
drop trigger if exists account_version_is_not_removed on account_version;
create trigger account_version_is_not_removed before delete or truncate on account_version
  for each statement execute function refuse_change();

drop trigger if exists api_token_is_not_changed on api_token;
create trigger api_token_is_not_changed before update on api_token
  for each statement execute function refuse_change();
drop trigger if exists api_token_is_not_removed on api_token;
create trigger api_token_is_not_removed before delete or truncate on api_token
  for each statement execute function refuse_change();

drop trigger if exists api_token_end_is_not_changed on api_token_end;
create trigger api_token_end_is_not_changed before update on api_token_end
  for each statement execute function refuse_change();
drop trigger if exists api_token_end_is_not_removed on api_token_end;
create trigger api_token_end_is_not_removed before delete or truncate on api_token_end
  for each statement execute function refuse_change();

drop trigger if exists baseline_is_not_changed on baseline;
create trigger baseline_is_not_changed before update on baseline
  for each statement execute function refuse_change();
drop trigger if exists baseline_is_not_removed on baseline;
create trigger baseline_is_not_removed before delete or truncate on baseline
  for each statement execute function refuse_change();

drop trigger if exists baseline_check_is_not_changed on baseline_check;
create trigger baseline_check_is_not_changed before update on baseline_check
  for each statement execute function refuse_change();
drop trigger if exists baseline_check_is_not_removed on baseline_check;
create trigger baseline_check_is_not_removed before delete or truncate on baseline_check
  for each statement execute function refuse_change();

drop trigger if exists baseline_value_is_not_changed on baseline_value;
create trigger baseline_value_is_not_changed before update on baseline_value
  for each statement execute function refuse_change();
drop trigger if exists baseline_value_is_not_removed on baseline_value;
create trigger baseline_value_is_not_removed before delete or truncate on baseline_value
  for each statement execute function refuse_change();

drop trigger if exists limit_version_is_not_changed on limit_version;
create trigger limit_version_is_not_changed before update on limit_version
  for each statement execute function refuse_change();
drop trigger if exists limit_version_is_not_removed on limit_version;
create trigger limit_version_is_not_removed before delete or truncate on limit_version
  for each statement execute function refuse_change();

drop trigger if exists limit_rule_is_not_changed on limit_rule;
create trigger limit_rule_is_not_changed before update on limit_rule
  for each statement execute function refuse_change();
drop trigger if exists limit_rule_is_not_removed on limit_rule;
create trigger limit_rule_is_not_removed before delete or truncate on limit_rule
  for each statement execute function refuse_change();

drop trigger if exists check_review_is_not_changed on check_review;
create trigger check_review_is_not_changed before update on check_review
  for each statement execute function refuse_change();
drop trigger if exists check_review_is_not_removed on check_review;
create trigger check_review_is_not_removed before delete or truncate on check_review
  for each statement execute function refuse_change();

drop trigger if exists review_policy_is_not_changed on review_policy;
create trigger review_policy_is_not_changed before update on review_policy
  for each statement execute function refuse_change();
drop trigger if exists review_policy_is_not_removed on review_policy;
create trigger review_policy_is_not_removed before delete or truncate on review_policy
  for each statement execute function refuse_change();

drop trigger if exists artefact_is_not_changed on artefact;
create trigger artefact_is_not_changed before update on artefact
  for each statement execute function refuse_change();
drop trigger if exists artefact_is_not_removed on artefact;
create trigger artefact_is_not_removed before delete or truncate on artefact
  for each statement execute function refuse_change();

drop trigger if exists own_protocol_is_not_changed on own_protocol;
create trigger own_protocol_is_not_changed before update on own_protocol
  for each statement execute function refuse_change();
drop trigger if exists own_protocol_is_not_removed on own_protocol;
create trigger own_protocol_is_not_removed before delete or truncate on own_protocol
  for each statement execute function refuse_change();

drop trigger if exists own_protocol_picture_is_not_changed on own_protocol_picture;
create trigger own_protocol_picture_is_not_changed before update on own_protocol_picture
  for each statement execute function refuse_change();
drop trigger if exists own_protocol_picture_is_not_removed on own_protocol_picture;
create trigger own_protocol_picture_is_not_removed before delete or truncate on own_protocol_picture
  for each statement execute function refuse_change();

drop trigger if exists check_move_is_not_changed on check_move;
create trigger check_move_is_not_changed before update on check_move
  for each statement execute function refuse_change();
drop trigger if exists check_move_is_not_removed on check_move;
create trigger check_move_is_not_removed before delete or truncate on check_move
  for each statement execute function refuse_change();

drop trigger if exists kit_recall_is_not_changed on kit_recall;
create trigger kit_recall_is_not_changed before update on kit_recall
  for each statement execute function refuse_change();
drop trigger if exists kit_recall_is_not_removed on kit_recall;
create trigger kit_recall_is_not_removed before delete or truncate on kit_recall
  for each statement execute function refuse_change();

drop trigger if exists kit_recall_end_is_not_changed on kit_recall_end;
create trigger kit_recall_end_is_not_changed before update on kit_recall_end
  for each statement execute function refuse_change();
drop trigger if exists kit_recall_end_is_not_removed on kit_recall_end;
create trigger kit_recall_end_is_not_removed before delete or truncate on kit_recall_end
  for each statement execute function refuse_change();

drop trigger if exists service_return_is_not_changed on service_return;
create trigger service_return_is_not_changed before update on service_return
  for each statement execute function refuse_change();
drop trigger if exists service_return_is_not_removed on service_return;
create trigger service_return_is_not_removed before delete or truncate on service_return
  for each statement execute function refuse_change();

drop trigger if exists service_waiver_is_not_changed on service_waiver;
create trigger service_waiver_is_not_changed before update on service_waiver
  for each statement execute function refuse_change();
drop trigger if exists service_waiver_is_not_removed on service_waiver;
create trigger service_waiver_is_not_removed before delete or truncate on service_waiver
  for each statement execute function refuse_change();

drop trigger if exists registry_version_is_not_changed on registry_version;
create trigger registry_version_is_not_changed before update on registry_version
  for each statement execute function refuse_change();
drop trigger if exists registry_version_is_not_removed on registry_version;
create trigger registry_version_is_not_removed before delete or truncate on registry_version
  for each statement execute function refuse_change();

drop trigger if exists component_move_is_not_changed on component_move;
create trigger component_move_is_not_changed before update on component_move
  for each statement execute function refuse_change();
drop trigger if exists component_move_is_not_removed on component_move;
create trigger component_move_is_not_removed before delete or truncate on component_move
  for each statement execute function refuse_change();

drop trigger if exists software_version_is_not_changed on software_version;
create trigger software_version_is_not_changed before update on software_version
  for each statement execute function refuse_change();
drop trigger if exists software_version_is_not_removed on software_version;
create trigger software_version_is_not_removed before delete or truncate on software_version
  for each statement execute function refuse_change();

drop trigger if exists registry_event_is_not_changed on registry_event;
create trigger registry_event_is_not_changed before update on registry_event
  for each statement execute function refuse_change();
drop trigger if exists registry_event_is_not_removed on registry_event;
create trigger registry_event_is_not_removed before delete or truncate on registry_event
  for each statement execute function refuse_change();

drop trigger if exists attachment_is_not_changed on attachment;
create trigger attachment_is_not_changed before update on attachment
  for each statement execute function refuse_change();
drop trigger if exists attachment_is_not_removed on attachment;
create trigger attachment_is_not_removed before delete or truncate on attachment
  for each statement execute function refuse_change();

drop trigger if exists attachment_end_is_not_changed on attachment_end;
create trigger attachment_end_is_not_changed before update on attachment_end
  for each statement execute function refuse_change();
drop trigger if exists attachment_end_is_not_removed on attachment_end;
create trigger attachment_end_is_not_removed before delete or truncate on attachment_end
  for each statement execute function refuse_change();

drop trigger if exists reminder_claim_is_not_changed on reminder_claim;
create trigger reminder_claim_is_not_changed before update on reminder_claim
  for each statement execute function refuse_change();
drop trigger if exists reminder_claim_is_not_removed on reminder_claim;
create trigger reminder_claim_is_not_removed before delete or truncate on reminder_claim
  for each statement execute function refuse_change();

drop trigger if exists reminder_outcome_is_not_changed on reminder_outcome;
create trigger reminder_outcome_is_not_changed before update on reminder_outcome
  for each statement execute function refuse_change();
drop trigger if exists reminder_outcome_is_not_removed on reminder_outcome;
create trigger reminder_outcome_is_not_removed before delete or truncate on reminder_outcome
  for each statement execute function refuse_change();

drop trigger if exists reminder_wish_is_not_changed on reminder_wish;
create trigger reminder_wish_is_not_changed before update on reminder_wish
  for each statement execute function refuse_change();
drop trigger if exists reminder_wish_is_not_removed on reminder_wish;
create trigger reminder_wish_is_not_removed before delete or truncate on reminder_wish
  for each statement execute function refuse_change();

drop trigger if exists reminder_address_is_not_changed on reminder_address;
create trigger reminder_address_is_not_changed before update of facility_id, wish_id on reminder_address
  for each statement execute function refuse_change();
drop trigger if exists reminder_address_is_not_removed on reminder_address;
create trigger reminder_address_is_not_removed before delete or truncate on reminder_address
  for each statement execute function refuse_change();

drop trigger if exists publicity_is_not_changed on publicity;
create trigger publicity_is_not_changed before update on publicity
  for each statement execute function refuse_change();
drop trigger if exists publicity_is_not_removed on publicity;
create trigger publicity_is_not_removed before delete or truncate on publicity
  for each statement execute function refuse_change();

drop trigger if exists qc_statement_is_not_changed on qc_statement;
create trigger qc_statement_is_not_changed before update on qc_statement
  for each statement execute function refuse_change();
drop trigger if exists qc_statement_is_not_removed on qc_statement;
create trigger qc_statement_is_not_removed before delete or truncate on qc_statement
  for each statement execute function refuse_change();

drop trigger if exists qc_statement_end_is_not_changed on qc_statement_end;
create trigger qc_statement_end_is_not_changed before update on qc_statement_end
  for each statement execute function refuse_change();
drop trigger if exists qc_statement_end_is_not_removed on qc_statement_end;
create trigger qc_statement_end_is_not_removed before delete or truncate on qc_statement_end
  for each statement execute function refuse_change();
