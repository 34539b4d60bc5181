-- The schema of the shop

-- Version 1.0.0 (2026-01-01)
--   - Nothing yet
