-- Options trading: canonical database schema for SQLite
--
-- SINGLE SOURCE OF TRUTH. The Django models, their migrations and the SQLAlchemy models mirror this file. Change this
-- file first; `nx affected -t verify-schema` says who has not followed yet.

CREATE TABLE IF NOT EXISTS stocks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    symbol VARCHAR(10) NOT NULL,
    name VARCHAR(200) NOT NULL,
    exchange VARCHAR(20),
    sector VARCHAR(100),
    currency VARCHAR(3) NOT NULL DEFAULT 'USD',
    last_price DECIMAL(12, 4),
    is_active BOOLEAN NOT NULL DEFAULT TRUE,
    metadata TEXT NOT NULL,
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    market_cap BIGINT,
    CONSTRAINT uq_stocks_symbol UNIQUE (symbol),
    CONSTRAINT ck_stocks_last_price CHECK (last_price >= 0)
);

CREATE INDEX IF NOT EXISTS idx_stocks_sector_exchange ON stocks (sector, exchange);
CREATE INDEX IF NOT EXISTS idx_stocks_market_cap ON stocks (market_cap);

CREATE TABLE IF NOT EXISTS option_contracts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    stock_id BIGINT NOT NULL,
    contract_symbol VARCHAR(32) NOT NULL,
    option_type VARCHAR(10) NOT NULL,
    strike_price DECIMAL(12, 4) NOT NULL,
    expiration_date DATE NOT NULL,
    multiplier INTEGER NOT NULL DEFAULT 100,
    style VARCHAR(10) NOT NULL DEFAULT 'american',
    is_adjusted BOOLEAN NOT NULL DEFAULT FALSE,
    first_seen_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT fk_option_contracts_stock FOREIGN KEY (stock_id) REFERENCES stocks (id) ON DELETE CASCADE,
    CONSTRAINT uq_option_contracts_symbol UNIQUE (contract_symbol),
    CONSTRAINT uq_option_contracts_terms UNIQUE (stock_id, expiration_date, strike_price, option_type),
    CONSTRAINT ck_option_contracts_type CHECK (option_type IN ('call', 'put')),
    CONSTRAINT ck_option_contracts_strike CHECK (strike_price > 0),
    CONSTRAINT ck_option_contracts_multiplier CHECK (multiplier >= 0)
);

CREATE INDEX IF NOT EXISTS idx_contracts_expiration ON option_contracts (expiration_date, stock_id);
CREATE INDEX IF NOT EXISTS idx_contracts_stock ON option_contracts (stock_id);

CREATE TABLE IF NOT EXISTS option_snapshots (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contract_id BIGINT NOT NULL,
    snapshot_time DATETIME NOT NULL,
    bid DECIMAL(12, 4) NOT NULL,
    ask DECIMAL(12, 4) NOT NULL,
    last_price DECIMAL(12, 4),
    volume INTEGER NOT NULL DEFAULT 0,
    open_interest INTEGER NOT NULL DEFAULT 0,
    implied_volatility REAL,
    delta DECIMAL(8, 6),
    gamma DECIMAL(10, 8),
    theta DECIMAL(10, 6),
    vega DECIMAL(10, 6),
    greeks TEXT,
    source VARCHAR(50) NOT NULL DEFAULT 'polygon',
    CONSTRAINT fk_option_snapshots_contract
        FOREIGN KEY (contract_id) REFERENCES option_contracts (id) ON DELETE CASCADE,
    CONSTRAINT uq_option_snapshots_time UNIQUE (contract_id, snapshot_time),
    CONSTRAINT ck_option_snapshots_quote CHECK (bid >= 0 AND ask >= bid),
    CONSTRAINT ck_option_snapshots_volume CHECK (volume >= 0),
    CONSTRAINT ck_option_snapshots_interest CHECK (open_interest >= 0),
    CONSTRAINT ck_option_snapshots_delta CHECK (delta BETWEEN -1 AND 1)
);

CREATE INDEX IF NOT EXISTS idx_snapshots_contract ON option_snapshots (contract_id);
CREATE INDEX IF NOT EXISTS idx_snapshots_time ON option_snapshots (snapshot_time DESC);
CREATE INDEX IF NOT EXISTS idx_snapshots_liquid ON option_snapshots (contract_id, snapshot_time DESC) WHERE volume > 0;

CREATE TABLE IF NOT EXISTS market_conditions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    observed_on DATE NOT NULL,
    regime VARCHAR(20) NOT NULL,
    vix DECIMAL(6, 2) NOT NULL,
    spy_close DECIMAL(12, 4),
    trend_strength REAL,
    advance_decline_ratio REAL,
    indicators TEXT NOT NULL,
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT uq_market_conditions_day UNIQUE (observed_on),
    CONSTRAINT ck_market_conditions_vix CHECK (vix > 0)
);

CREATE INDEX IF NOT EXISTS idx_market_regime_day ON market_conditions (regime, observed_on DESC);

CREATE TABLE IF NOT EXISTS strategy_history (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    strategy_name VARCHAR(100) NOT NULL,
    stock_id BIGINT NOT NULL,
    contract_id BIGINT,
    market_condition_id BIGINT,
    rolled_from_id BIGINT,
    status VARCHAR(20) NOT NULL DEFAULT 'open',
    quantity INTEGER NOT NULL,
    entry_price DECIMAL(12, 4) NOT NULL,
    exit_price DECIMAL(12, 4),
    realised_pnl DECIMAL(14, 2),
    max_loss DECIMAL(14, 2),
    holding_period BIGINT,
    parameters TEXT NOT NULL,
    tags TEXT NOT NULL,
    notes TEXT NOT NULL,
    opened_at DATETIME NOT NULL,
    closed_at DATETIME,
    CONSTRAINT fk_strategy_history_stock FOREIGN KEY (stock_id) REFERENCES stocks (id) ON DELETE RESTRICT,
    CONSTRAINT fk_strategy_history_contract
        FOREIGN KEY (contract_id) REFERENCES option_contracts (id) ON DELETE SET NULL,
    CONSTRAINT fk_strategy_history_market
        FOREIGN KEY (market_condition_id) REFERENCES market_conditions (id) ON DELETE SET NULL,
    CONSTRAINT fk_strategy_history_rolled
        FOREIGN KEY (rolled_from_id) REFERENCES strategy_history (id) ON DELETE SET NULL,
    CONSTRAINT ck_strategy_history_status CHECK (status IN ('open', 'closed', 'rolled', 'expired', 'assigned')),
    CONSTRAINT ck_strategy_history_quantity CHECK (quantity <> 0),
    CONSTRAINT ck_strategy_history_closed CHECK (closed_at IS NULL OR closed_at >= opened_at)
);

CREATE INDEX IF NOT EXISTS idx_strategy_name_status ON strategy_history (strategy_name, status);
CREATE INDEX IF NOT EXISTS idx_strategy_stock_opened ON strategy_history (stock_id, opened_at DESC);
CREATE INDEX IF NOT EXISTS idx_strategy_contract ON strategy_history (contract_id);
CREATE INDEX IF NOT EXISTS idx_strategy_market ON strategy_history (market_condition_id);
CREATE INDEX IF NOT EXISTS idx_strategy_rolled_from ON strategy_history (rolled_from_id);
CREATE UNIQUE INDEX IF NOT EXISTS uq_strategy_open_contract
    ON strategy_history (strategy_name, contract_id) WHERE status = 'open';

CREATE TABLE IF NOT EXISTS collection_jobs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    job_uuid CHAR(32) NOT NULL,
    job_type VARCHAR(50) NOT NULL,
    status VARCHAR(20) NOT NULL DEFAULT 'pending',
    stock_id BIGINT,
    priority SMALLINT NOT NULL DEFAULT 5,
    attempts INTEGER NOT NULL DEFAULT 0,
    rows_collected BIGINT NOT NULL DEFAULT 0,
    payload TEXT NOT NULL,
    error_message TEXT,
    worker_host CHAR(39),
    scheduled_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    started_at DATETIME,
    finished_at DATETIME,
    CONSTRAINT fk_collection_jobs_stock FOREIGN KEY (stock_id) REFERENCES stocks (id) ON DELETE CASCADE,
    CONSTRAINT uq_collection_jobs_uuid UNIQUE (job_uuid),
    CONSTRAINT ck_collection_jobs_priority CHECK (priority BETWEEN 0 AND 9),
    CONSTRAINT ck_collection_jobs_attempts CHECK (attempts >= 0),
    CONSTRAINT ck_collection_jobs_finished CHECK (finished_at IS NULL OR started_at IS NOT NULL)
);

CREATE INDEX IF NOT EXISTS idx_jobs_status_priority ON collection_jobs (status, priority DESC, scheduled_at);
CREATE INDEX IF NOT EXISTS idx_jobs_stock ON collection_jobs (stock_id);
CREATE INDEX IF NOT EXISTS idx_jobs_unfinished ON collection_jobs (scheduled_at) WHERE finished_at IS NULL;

-- ============================================================================
-- VERSION TRACKING
-- ============================================================================
-- Version 1.0.0 (2026-01-05)
--   - Initial schema: stocks, option_contracts, option_snapshots, market_conditions,
--     strategy_history, collection_jobs
--   - Migration: django_app/apps/options/migrations/0001_initial.py
--   - Migration: django_app/apps/strategies/migrations/0001_initial.py
--   - Migration: django_app/apps/data_collection/migrations/0001_initial.py
-- ============================================================================
