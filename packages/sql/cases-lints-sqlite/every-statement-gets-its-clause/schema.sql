-- what is traded
CREATE TABLE stocks (
  id INTEGER PRIMARY KEY, -- counts
  symbol TEXT NOT NULL
);
CREATE UNIQUE INDEX stocks_symbol ON stocks (symbol);
CREATE VIEW cheap AS SELECT id FROM stocks;
CREATE TRIGGER stocks_in AFTER INSERT ON stocks BEGIN SELECT 1; END;
DROP INDEX old_index;
DROP TABLE IF EXISTS again;
CREATE TABLE again (a);
CREATE INDEX again_a ON again (a);
CREATE TABLE IF NOT EXISTS stocks (id INTEGER PRIMARY KEY, extra TEXT);
