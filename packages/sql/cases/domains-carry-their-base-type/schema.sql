CREATE DOMAIN email AS character varying(254) CHECK (VALUE ~ '@') NOT NULL DEFAULT 'a@b.c';
CREATE DOMAIN positive AS integer CONSTRAINT positive_min CHECK (VALUE > 0);
ALTER DOMAIN positive ADD CONSTRAINT positive_max CHECK (VALUE < 100);
ALTER DOMAIN positive SET DEFAULT 5;
ALTER DOMAIN positive RENAME CONSTRAINT positive_max TO positive_top;
ALTER DOMAIN positive DROP CONSTRAINT positive_min;
ALTER DOMAIN email DROP NOT NULL;
CREATE TABLE users (id positive PRIMARY KEY, mail email, mails email[]);
ALTER DOMAIN email RENAME TO address;
