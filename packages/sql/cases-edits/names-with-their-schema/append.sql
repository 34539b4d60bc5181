CREATE SCHEMA IF NOT EXISTS audit;
CREATE TABLE IF NOT EXISTS public.users (
    id integer PRIMARY KEY,
    name text
);
CREATE TABLE IF NOT EXISTS audit.log (
    id integer PRIMARY KEY,
    actor integer CONSTRAINT log_user_id_fkey REFERENCES public.users (id)
);

-- Added mail column to users table; added index users_mail on mail
ALTER TABLE public.users ADD COLUMN IF NOT EXISTS mail text;
CREATE INDEX IF NOT EXISTS users_mail ON public.users (mail);

-- Added at column to audit.log table; added index log_at on at; added log_check to audit.log table
ALTER TABLE audit.log ADD COLUMN IF NOT EXISTS at timestamp;
CREATE INDEX IF NOT EXISTS log_at ON audit.log (at);
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = 'audit.log'::regclass AND conname = 'log_check') THEN
        ALTER TABLE audit.log ADD CONSTRAINT log_check CHECK (id > 0);
    END IF;
END
$$;
