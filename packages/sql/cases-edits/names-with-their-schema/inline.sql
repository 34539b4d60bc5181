CREATE SCHEMA IF NOT EXISTS audit;
CREATE TABLE IF NOT EXISTS public.users (
    id integer PRIMARY KEY,
    name text,
    mail text
);

CREATE INDEX IF NOT EXISTS users_mail ON public.users (mail);
CREATE TABLE IF NOT EXISTS audit.log (
    id integer PRIMARY KEY,
    actor integer CONSTRAINT log_user_id_fkey REFERENCES public.users (id),
    at timestamp,
    CONSTRAINT log_check CHECK (id > 0)
);
CREATE INDEX IF NOT EXISTS log_at ON audit.log (at);
