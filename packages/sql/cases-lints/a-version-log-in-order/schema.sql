-- Version 2: the file's own heading, no entry
CREATE TABLE IF NOT EXISTS stocks (id bigint PRIMARY KEY, market_cap bigint);

-- ==========================================
-- Version history
-- ==========================================
-- Version 1.0.0 (2025-12-01)
--   - Initial schema
-- Version 1.9.0 (2026-01-15)
--   - Added market_cap column
--     to stocks table
--   - Migration: migrations/0002_add_market_cap.py
--
-- Version 1.10.0 (2026-01-15)
--   - Nothing for Django to do
--   - Migration: none
/*
 * Version 1.11.0-rc1 (2026-02-28)
 *   - In a block comment
 */
-- Version 1.11.0 (2028-02-29): said in one line
