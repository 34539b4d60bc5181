CREATE TABLE IF NOT EXISTS stocks (id bigint PRIMARY KEY, symbol text,
  sector text);
CREATE TABLE IF NOT EXISTS prices (id int);
-- Version 1.1.0 (2026-01-15)
--   - Added prices, and sector
