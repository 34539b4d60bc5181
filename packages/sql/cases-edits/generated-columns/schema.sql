CREATE TABLE IF NOT EXISTS a (
    id int PRIMARY KEY,
    b int GENERATED ALWAYS AS (id * 2) STORED,
    c int
);
