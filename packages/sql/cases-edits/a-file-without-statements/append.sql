-- The schema of the shop

-- Added a table
CREATE TABLE IF NOT EXISTS a (
    id INTEGER PRIMARY KEY,
    at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- Version 1.0.0 (2026-01-01)
--   - Nothing yet
