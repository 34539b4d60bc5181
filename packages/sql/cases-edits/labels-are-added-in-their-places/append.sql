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

-- Added 'half' to status type; added 'lost' to status type
ALTER TYPE status ADD VALUE IF NOT EXISTS 'half' BEFORE 'done';
ALTER TYPE status ADD VALUE IF NOT EXISTS 'lost';

-- Added positive domain
DO $$
BEGIN
  CREATE DOMAIN positive AS integer DEFAULT 1 NOT NULL CHECK (value > 0);
EXCEPTION
  WHEN duplicate_object OR duplicate_table THEN NULL;
END
$$;

-- Added numbers sequence
CREATE SEQUENCE IF NOT EXISTS numbers;

-- Added p column to jobs table
ALTER TABLE jobs ADD COLUMN IF NOT EXISTS p positive;
