CREATE TABLE IF NOT EXISTS stocks (id bigint PRIMARY KEY, symbol varchar(10), market_cap bigint);
CREATE INDEX IF NOT EXISTS idx_stocks_market_cap ON stocks (market_cap);
CREATE TABLE IF NOT EXISTS option_contracts (id bigint PRIMARY KEY, option_type varchar(10));
COMMENT ON TABLE stocks IS 'a comment is no change of the schema';
-- Version 1.0.0 (2025-12-01)
--   - Initial schema
-- Version 1.1.0 (2026-01-15)
--   - Added market_cap column to stocks table
--   - Added index on market_cap
--   - Changed option_type from VARCHAR(4) to VARCHAR(10)
--   - Cleaned up the comments
