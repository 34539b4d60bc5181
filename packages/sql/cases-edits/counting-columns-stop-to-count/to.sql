-- Stocks. Single source of truth.

-- ----------------------------------------------------------------------------
-- stocks: the underlyings
-- ----------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS stocks (
    id BIGSERIAL PRIMARY KEY,
    symbol VARCHAR(10) NOT NULL,
    sector VARCHAR(100), -- as the exchange calls it
    price NUMERIC(12, 4),
    created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP, -- never changed

    CONSTRAINT uq_stocks_symbol UNIQUE (symbol),
    CONSTRAINT ck_stocks_price CHECK (price >= 0) -- free is fine
);

CREATE INDEX IF NOT EXISTS idx_stocks_sector ON stocks (sector);

COMMENT ON TABLE stocks IS 'Underlyings';
COMMENT ON COLUMN stocks.symbol IS 'Ticker';

-- ----------------------------------------------------------------------------
-- options: calls and puts
-- ----------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS options (
    id BIGINT PRIMARY KEY,
    stock_id BIGINT NOT NULL REFERENCES stocks (id) ON DELETE CASCADE,
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
