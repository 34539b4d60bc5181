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
