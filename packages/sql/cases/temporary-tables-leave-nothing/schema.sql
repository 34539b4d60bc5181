CREATE TEMP TABLE scratch (id int);
ALTER TABLE scratch ADD COLUMN x int;
CREATE INDEX ON scratch (id);
DROP TABLE scratch;
CREATE UNLOGGED TABLE fast (id int) WITH (autovacuum_enabled = false) TABLESPACE pg_default;
