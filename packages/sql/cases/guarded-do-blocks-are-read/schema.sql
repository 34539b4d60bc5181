DO $$ BEGIN
    CREATE TYPE status AS ENUM ('new', 'done');
EXCEPTION WHEN duplicate_object THEN null;
END $$;
DO $$ BEGIN
    CREATE TYPE status AS ENUM ('new', 'done');
EXCEPTION WHEN duplicate_object THEN RAISE NOTICE 'exists';
END $$;
CREATE TABLE jobs (id int PRIMARY KEY, s status DEFAULT 'new', parent int);
DO $block$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'jobs_parent') THEN
        ALTER TABLE jobs ADD CONSTRAINT jobs_parent FOREIGN KEY (parent) REFERENCES jobs (id);
    END IF;
    IF NOT EXISTS (SELECT FROM information_schema.columns WHERE table_name = 'jobs' AND column_name = 'at') THEN
        EXECUTE 'ALTER TABLE jobs ADD COLUMN at timestamptz';
    END IF;
END
$block$;
DO $$
DECLARE
    r record;
BEGIN
    FOR r IN SELECT 1 LOOP
        UPDATE jobs SET parent = NULL;
    END LOOP;
END $$;
