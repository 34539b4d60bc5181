ALTER TABLE public.users ADD COLUMN old public.mood DEFAULT 'good';
CREATE INDEX users_name ON public.users (name);
ALTER TABLE public.users ADD CONSTRAINT users_name_key UNIQUE (name);
CREATE TABLE public.posts (id bigint PRIMARY KEY, author integer REFERENCES public.users (id));
COMMENT ON COLUMN public.users.name IS 'In full';
