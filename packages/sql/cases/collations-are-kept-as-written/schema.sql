CREATE TABLE t (a text COLLATE "C", b text COLLATE pg_catalog."default", c varchar(5) COLLATE "POSIX" NOT NULL);
ALTER TABLE t ALTER a TYPE varchar(9) COLLATE "POSIX";
