CREATE TABLE IF NOT EXISTS stocks (id bigint);

-- ============================================================================
-- VERSION TRACKING
-- ============================================================================
-- Version 1.0.0 (2026-01-05)
--   - Initial schema: stocks, option_contracts,
--     strategy_history
--   - Migration: a/0001_initial.py
--
-- Version 1.1.0 (2026-01-15)
--   - Added name
-- ============================================================================
