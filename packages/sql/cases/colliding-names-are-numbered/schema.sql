CREATE TABLE a (b_c integer UNIQUE, d integer);
CREATE TABLE a_b (c integer UNIQUE, d integer, CHECK (d > 0), CHECK (d > 1));
CREATE INDEX ON a (d);
CREATE INDEX ON a (d);
CREATE INDEX ON a (lower(d::text), (d + 1), (d + 2));
CREATE INDEX a_d_idx3 ON a (d DESC);
