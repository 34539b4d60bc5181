-- Stocks. Single source of truth.

-- ----------------------------------------------------------------------------
-- stocks: the underlyings
-- ----------------------------------------------------------------------------

-- ----------------------------------------------------------------------------
-- options: calls and puts
-- ----------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS options (
    id BIGSERIAL PRIMARY KEY,
    stock_id BIGINT NOT NULL,
    option_type VARCHAR(4) NOT NULL DEFAULT 'call',
    strike NUMERIC(12, 4) NOT NULL,

    CONSTRAINT ck_options_strike CHECK (strike > 0)
);

CREATE INDEX IF NOT EXISTS idx_options_stock ON options (stock_id, strike DESC) WHERE strike > 1;

-- ============================================================================
-- VERSION TRACKING
-- ============================================================================
-- Version 1.0.0 (2026-01-05)
--   - Initial schema
-- ============================================================================
