CREATE TABLE a (id int);

CREATE TABEL b (
    id int
);
CREATE TABLE c (id int,, x text);
CREATE TABLE d (id int CHECK (id > 0);
CREATE TABLE e (id int);
ALTER TABLE e ADD FOREIGN KEY (id) REFERENCES d;
ALTER TABLE a ADD COLUMN x int;
