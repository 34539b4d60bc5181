-- ==================
-- The schema
-- ==================

CREATE TABLE IF NOT EXISTS stocks (id bigint);

-- ==================
-- VERSION TRACKING
-- ==================
-- Version 1.1.0 (2026-11-23)
--   - Added market_cap column to stocks table
--   - Added index on market_cap
--   - Migration: django_app/apps/options/migrations/0002_add_market_cap.py