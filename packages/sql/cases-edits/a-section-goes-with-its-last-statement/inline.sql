-- The shop
-- Everything that is sold

-- ----------
-- items
-- ----------

CREATE TABLE IF NOT EXISTS items (
    id bigint PRIMARY KEY,
    name text
);

-- ----------
-- crates
-- ----------

CREATE TABLE IF NOT EXISTS crates (
    id integer PRIMARY KEY,
    item bigint REFERENCES items (id) ON DELETE CASCADE
);

-- Version 1.0.0 (2026-01-01)
--   - Made
