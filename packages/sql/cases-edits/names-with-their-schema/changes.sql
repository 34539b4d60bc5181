ALTER TABLE public.users ADD COLUMN mail text;
CREATE INDEX users_mail ON public.users (mail);
ALTER TABLE audit.log ADD COLUMN at timestamp;
CREATE INDEX log_at ON audit.log (at);
ALTER TABLE audit.log ADD CONSTRAINT log_check CHECK (id > 0);
DROP INDEX audit.log_user;
ALTER TABLE audit.log RENAME COLUMN user_id TO actor;
