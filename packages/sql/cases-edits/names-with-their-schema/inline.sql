CREATE SCHEMA IF NOT EXISTS audit;
CREATE TABLE IF NOT EXISTS public.users (
    id integer PRIMARY KEY,
    name text,
    mail TEXT
);

CREATE INDEX IF NOT EXISTS users_mail ON users (mail);
CREATE TABLE IF NOT EXISTS audit.log (
    id integer PRIMARY KEY,
    user_id integer REFERENCES public.users (id),
    at TIMESTAMP,
    CONSTRAINT log_check CHECK (id > 0)
);
CREATE INDEX IF NOT EXISTS log_at ON audit.log (at);

-- Renamed audit.log.user_id to actor
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = 'audit.log'::regclass AND attname = 'user_id') THEN
        ALTER TABLE audit.log RENAME COLUMN user_id TO actor;
    END IF;
END
$$;
