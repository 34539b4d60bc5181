BEGIN;
CREATE TABLE IF NOT EXISTS a (
    id int PRIMARY KEY,
    b INT
);

CREATE TABLE IF NOT EXISTS c (
    id INT
);
COMMIT;
-- Version 1.0.0 (2026-01-01)
--   - Made
