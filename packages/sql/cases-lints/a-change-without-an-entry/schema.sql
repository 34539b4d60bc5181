CREATE TABLE IF NOT EXISTS stocks (id bigint PRIMARY KEY, symbol varchar(12), market_cap bigint, sector text, a int, b int);
CREATE INDEX IF NOT EXISTS idx_stocks_market_cap ON stocks (market_cap);
DO $$ BEGIN
  CREATE TYPE mood AS ENUM ('calm');
EXCEPTION WHEN duplicate_object THEN NULL;
END $$;
ALTER TYPE mood ADD VALUE IF NOT EXISTS 'wild';
-- Version 1.0.0 (2025-12-01)
--   - Initial schema
