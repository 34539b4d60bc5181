-- The shop
-- Everything that is sold

-- ----------
-- items
-- ----------

CREATE TABLE IF NOT EXISTS items (
    id bigint PRIMARY KEY,
    name text
);

-- Found by name
CREATE INDEX IF NOT EXISTS items_name ON items (name);

-- ----------
-- boxes
-- ----------

CREATE TABLE IF NOT EXISTS boxes (
    id bigint PRIMARY KEY
);

-- Dropped index items_name from items table
DROP INDEX IF EXISTS items_name;

-- Added a column to boxes table; dropped boxes table
ALTER TABLE boxes ADD COLUMN IF NOT EXISTS a integer;
DROP TABLE IF EXISTS boxes;

-- Added crates table
CREATE TABLE IF NOT EXISTS crates (
    id integer PRIMARY KEY,
    item bigint REFERENCES items (id) ON DELETE CASCADE
);

-- Version 1.0.0 (2026-01-01)
--   - Made
