DO $$ BEGIN
  CREATE TYPE status AS ENUM (
    'new', -- first
    'done'
  );
EXCEPTION WHEN duplicate_object THEN NULL;
END $$;

CREATE TABLE IF NOT EXISTS jobs (
  id bigint PRIMARY KEY,
  s status NOT NULL DEFAULT 'new',
  t status[]
);
