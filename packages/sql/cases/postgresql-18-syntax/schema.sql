CREATE TABLE t (
    id uuid DEFAULT uuidv7() PRIMARY KEY,
    a integer CONSTRAINT a_set NOT NULL,
    b integer,
    twice integer GENERATED ALWAYS AS (a * 2) VIRTUAL,
    thrice integer GENERATED ALWAYS AS (a * 3),
    CONSTRAINT t_b_not_null NOT NULL b,
    CONSTRAINT soft CHECK (b > 0) NOT ENFORCED
);
CREATE TABLE u (a int, twice int GENERATED ALWAYS AS (a * 2) VIRTUAL);
ALTER TABLE u ALTER COLUMN twice SET EXPRESSION AS (a * 3);
