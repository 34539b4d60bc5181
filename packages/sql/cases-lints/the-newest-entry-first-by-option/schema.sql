CREATE TABLE IF NOT EXISTS stocks (id bigint PRIMARY KEY);
-- Version 1.1.0 (2026-01-15)
--   - Second
-- Version 1.2.0 (2026-01-14)
--   - Out of place
-- Version 1.0.0 (2025-01-15)
--   - First
