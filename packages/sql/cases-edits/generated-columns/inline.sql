CREATE TABLE IF NOT EXISTS a (
    id int PRIMARY KEY,
    b int GENERATED ALWAYS AS (id * 3) STORED,
    c int,
    d int GENERATED ALWAYS AS (c + 1) STORED
);
