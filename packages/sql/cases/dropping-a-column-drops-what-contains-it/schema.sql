CREATE TABLE t (a int, b int, c int, d int, PRIMARY KEY (a, b), UNIQUE (b, c), CHECK (a < c), CHECK (c > 0), UNIQUE (c));
CREATE INDEX t_ac ON t (a, c);
CREATE INDEX t_expr ON t ((b + c));
CREATE INDEX t_where ON t (d) WHERE b > 3;
CREATE INDEX t_incl ON t (d) INCLUDE (b);
CREATE INDEX t_d ON t (d);
CREATE TABLE u (b int, c int, FOREIGN KEY (b, c) REFERENCES t (b, c));
ALTER TABLE t DROP COLUMN b CASCADE;
