-- What was said last is what stands last in the chain, whatever the clock said; this finds the place of a row in it.

create index if not exists audit_subject on audit (subject);
