-- Indexes that hold nothing of their own and may change from version to version: made where they are missing.

-- [jooq ignore start]
create index if not exists qc_check_to_review on qc_check (facility_id, instrument_id, measured_at)
  where overall <> 'pass' or note <> '';
-- [jooq ignore stop]
