DO $$ BEGIN
  CREATE TYPE job_status AS ENUM (
    'new', -- first
    'done'
  );
EXCEPTION WHEN duplicate_object THEN NULL;
END $$;

CREATE TABLE IF NOT EXISTS jobs (
  id bigint PRIMARY KEY,
  s job_status NOT NULL DEFAULT 'new',
  t job_status[]
);

-- Renamed 'done' of job_status type to 'finished'
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_enum WHERE enumtypid = 'job_status'::regtype AND enumlabel = 'done') THEN
    ALTER TYPE job_status RENAME VALUE 'done' TO 'finished';
  END IF;
END
$$;
