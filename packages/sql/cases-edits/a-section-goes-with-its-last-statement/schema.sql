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

-- Version 1.0.0 (2026-01-01)
--   - Made
