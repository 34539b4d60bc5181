SET statement_timeout = 0;
SELECT pg_catalog.set_config('search_path', '', false);

CREATE TYPE public.mood AS ENUM (
    'good',
    'bad'
);

CREATE TABLE public.users (
    id integer NOT NULL,
    name character varying(20),
    mood public.mood
);

CREATE SEQUENCE public.users_id_seq
    AS integer
    START WITH 1;

ALTER SEQUENCE public.users_id_seq OWNED BY public.users.id;
ALTER TABLE ONLY public.users ALTER COLUMN id SET DEFAULT nextval('public.users_id_seq'::regclass);


ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);

-- Added old column to users table
-- Added index users_name on name
-- Added unique constraint on name to users table
ALTER TABLE public.users ADD COLUMN IF NOT EXISTS old public.mood DEFAULT 'good';
CREATE INDEX IF NOT EXISTS users_name ON public.users (name);
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = 'public.users'::regclass AND conname = 'users_name_key') THEN
        ALTER TABLE public.users ADD CONSTRAINT users_name_key UNIQUE (name);
    END IF;
END
$$;

-- Added posts table
CREATE TABLE IF NOT EXISTS public.posts (
    id bigint PRIMARY KEY,
    author integer REFERENCES public.users (id)
);

-- Changed the comment of users.name
COMMENT ON COLUMN public.users.name IS 'In full';
