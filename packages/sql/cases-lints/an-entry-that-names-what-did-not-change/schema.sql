CREATE TABLE IF NOT EXISTS stocks (id bigint PRIMARY KEY, sector text);
CREATE TABLE IF NOT EXISTS option_contracts (id bigint PRIMARY KEY);
-- Version 1.0.0 (2025-12-01)
--   - Initial schema of stocks and option_contracts
-- Version 1.1.0 (2026-01-15)
--   - Added expiration_date to option_contracts
--   - Rewrote the headings
