BEGIN;
CREATE TABLE IF NOT EXISTS a (
    id int PRIMARY KEY
);

-- Added b column to a table
ALTER TABLE a ADD COLUMN IF NOT EXISTS b int;

-- Added c table
CREATE TABLE IF NOT EXISTS c (
    id int
);
COMMIT;
-- Version 1.0.0 (2026-01-01)
--   - Made
