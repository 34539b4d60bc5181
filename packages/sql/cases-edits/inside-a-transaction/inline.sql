BEGIN;
CREATE TABLE IF NOT EXISTS a (
    id int PRIMARY KEY,
    b int
);

CREATE TABLE IF NOT EXISTS c (
    id int
);
COMMIT;
-- Version 1.0.0 (2026-01-01)
--   - Made
