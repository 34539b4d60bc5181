CREATE TABLE IF NOT EXISTS stocks (id bigint PRIMARY KEY, name text, old int, gone int, n int GENERATED ALWAYS AS IDENTITY,
    CONSTRAINT positive CHECK (id > 0));
DO $$ BEGIN
  CREATE TYPE grade AS ENUM ('a');
EXCEPTION WHEN duplicate_object THEN NULL;
END $$;
ALTER TABLE stocks ADD COLUMN market_cap bigint, ADD sector text DEFAULT 'a, (b', DROP COLUMN old, DROP gone,
    DROP CONSTRAINT positive /* no longer, it says */, ALTER COLUMN name SET DEFAULT 'x', ALTER n DROP IDENTITY;
alter table only stocks add column added_in_lower_case int;
ALTER TYPE grade ADD VALUE 'b';
alter type grade add value 'c' before 'b';
DROP TABLE nowhere;
DROP INDEX CONCURRENTLY nowhere_idx;
DROP MATERIALIZED VIEW nowhere_view;
DROP FUNCTION nowhere_function(int);
DROP TRIGGER nowhere ON stocks;
drop domain nowhere_domain cascade;
