CREATE TABLE IF NOT EXISTS stocks (id bigint);

-- Version 1.0.0 (2026-01-05)
--   - Initial schema
--
-- Version 1.1.0 (2026-11-23)
--   - Added market_cap column to stocks table
--   - Added index on market_cap
--   - Migration: django_app/apps/options/migrations/0002_add_market_cap.py
