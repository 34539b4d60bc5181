CREATE SCHEMA IF NOT EXISTS audit;
CREATE TABLE IF NOT EXISTS public.users (
    id integer PRIMARY KEY,
    name text
);
CREATE TABLE IF NOT EXISTS audit.log (
    id integer PRIMARY KEY,
    user_id integer REFERENCES public.users (id)
);
CREATE INDEX IF NOT EXISTS log_user ON audit.log (user_id);
