CREATE SCHEMA IF NOT EXISTS audit;
CREATE TABLE IF NOT EXISTS public.users (
    id integer PRIMARY KEY,
    name text
);
CREATE TABLE IF NOT EXISTS audit.log (
    id integer PRIMARY KEY,
    user_id integer REFERENCES public.users (id)
);

-- Renamed audit.log.user_id to actor
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = 'audit.log'::regclass AND attname = 'user_id') THEN
        ALTER TABLE audit.log RENAME COLUMN user_id TO actor;
    END IF;
END
$$;

-- Added mail column to users table; added index users_mail on mail
ALTER TABLE users ADD COLUMN IF NOT EXISTS mail TEXT;
CREATE INDEX IF NOT EXISTS users_mail ON users (mail);

-- Added at column to audit.log table; added index log_at on at; added log_check to audit.log table
ALTER TABLE audit.log ADD COLUMN IF NOT EXISTS at TIMESTAMP;
CREATE INDEX IF NOT EXISTS log_at ON audit.log (at);
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = 'audit.log'::regclass AND conname = 'log_check') THEN
        ALTER TABLE audit.log ADD CONSTRAINT log_check CHECK (id > 0);
    END IF;
END
$$;
