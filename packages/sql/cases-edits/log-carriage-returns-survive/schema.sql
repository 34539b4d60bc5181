CREATE TABLE IF NOT EXISTS stocks (id bigint);

-- Version 1.0.0 (2026-01-05)
--   - Initial schema
