-- The language a statement is worded in, as a tag without a country. What was issued before languages were told apart has none, and
-- is English: a value given later would be another row than the one the audit chain vouches for.

alter table qc_statement add column language varchar(16);
