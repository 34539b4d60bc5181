DO $$ BEGIN
  CREATE TYPE status AS ENUM (
    'new', -- first
    'half',
    'done',
    'lost'
  );
EXCEPTION WHEN duplicate_object THEN NULL;
END $$;

DO $$
BEGIN
  CREATE DOMAIN positive AS integer DEFAULT 1 NOT NULL CHECK (value > 0);
EXCEPTION
  WHEN duplicate_object OR duplicate_table THEN NULL;
END
$$;

CREATE SEQUENCE IF NOT EXISTS numbers;

CREATE TABLE IF NOT EXISTS jobs (
  id bigint PRIMARY KEY,
  s status NOT NULL DEFAULT 'new',
  t status[],
  p positive
);
