CREATE TABLE IF NOT EXISTS a (
    id int PRIMARY KEY,
    b int GENERATED ALWAYS AS (id * 2) STORED,
    c int
);

-- Added d column to a table; changed how a.b is generated
ALTER TABLE a ADD COLUMN IF NOT EXISTS d int GENERATED ALWAYS AS (c + 1) STORED;
ALTER TABLE a ALTER COLUMN b SET EXPRESSION AS (id * 3);
