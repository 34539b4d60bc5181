CREATE TABLE IF NOT EXISTS stocks (id bigint PRIMARY KEY, name text, old int, gone int, n int GENERATED ALWAYS AS IDENTITY,
    CONSTRAINT positive CHECK (id > 0));
DO $$ BEGIN
  CREATE TYPE grade AS ENUM ('a');
EXCEPTION WHEN duplicate_object THEN NULL;
END $$;
ALTER TABLE stocks ADD COLUMN IF NOT EXISTS market_cap bigint, ADD IF NOT EXISTS sector text DEFAULT 'a, (b', DROP COLUMN IF EXISTS old, DROP IF EXISTS gone,
    DROP CONSTRAINT IF EXISTS positive /* no longer, it says */, ALTER COLUMN name SET DEFAULT 'x', ALTER n DROP IDENTITY IF EXISTS;
alter table only stocks add column if not exists added_in_lower_case int;
ALTER TYPE grade ADD VALUE IF NOT EXISTS 'b';
alter type grade add value if not exists 'c' before 'b';
DROP TABLE IF EXISTS nowhere;
DROP INDEX CONCURRENTLY IF EXISTS nowhere_idx;
DROP MATERIALIZED VIEW IF EXISTS nowhere_view;
DROP FUNCTION IF EXISTS nowhere_function(int);
DROP TRIGGER IF EXISTS nowhere ON stocks;
drop domain if exists nowhere_domain cascade;
