CREATE TABLE t (id integer PRIMARY KEY UNIQUE, code text UNIQUE, CONSTRAINT t_code UNIQUE (code));
