CREATE TABLE base (id int NOT NULL, made timestamptz DEFAULT now());
CREATE TABLE named (name text CHECK (name <> ''), id int DEFAULT 3);
CREATE TABLE both_ (extra int, name text NOT NULL) INHERITS (base, named);
CREATE TABLE leaf () INHERITS (both_);
ALTER TABLE named ADD COLUMN nick text DEFAULT 'x';
ALTER TABLE base ALTER COLUMN made DROP DEFAULT;
ALTER TABLE ONLY named ALTER COLUMN nick SET DEFAULT 'y';
DROP TABLE leaf;
