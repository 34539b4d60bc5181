SET statement_timeout = 0;
SELECT pg_catalog.set_config('search_path', '', false);

CREATE TYPE public.mood AS ENUM (
    'good',
    'bad'
);

CREATE TABLE public.users (
    id integer NOT NULL,
    name character varying(20),
    mood public.mood,
    old public.mood DEFAULT 'good',
    UNIQUE (name)
);

CREATE SEQUENCE public.users_id_seq
    AS integer
    START WITH 1;

ALTER SEQUENCE public.users_id_seq OWNED BY public.users.id;
ALTER TABLE ONLY public.users ALTER COLUMN id SET DEFAULT nextval('public.users_id_seq'::regclass);


ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);

CREATE INDEX IF NOT EXISTS users_name ON public.users (name);

COMMENT ON COLUMN public.users.name IS 'In full';

CREATE TABLE IF NOT EXISTS public.posts (
    id bigint PRIMARY KEY,
    author integer REFERENCES public.users (id)
);
