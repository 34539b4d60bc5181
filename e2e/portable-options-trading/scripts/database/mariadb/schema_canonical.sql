-- Options trading: canonical database schema for MariaDB
--
-- SINGLE SOURCE OF TRUTH. The Django models, their migrations and the SQLAlchemy models mirror this file. Change this
-- file first; `nx affected -t verify-schema` says who has not followed yet.

CREATE TABLE IF NOT EXISTS stocks (
    id BIGINT NOT NULL AUTO_INCREMENT,
    symbol VARCHAR(10) NOT NULL COMMENT 'Ticker symbol, upper case',
    name VARCHAR(200) NOT NULL,
    exchange VARCHAR(20),
    sector VARCHAR(100),
    currency VARCHAR(3) NOT NULL DEFAULT 'USD' COMMENT 'ISO 4217 code of every price of this stock',
    last_price DECIMAL(12, 4),
    is_active BOOLEAN NOT NULL DEFAULT TRUE,
    metadata JSON NOT NULL,
    created_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    updated_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    market_cap BIGINT,
    PRIMARY KEY (id),
    UNIQUE KEY uq_stocks_symbol (symbol),
    KEY idx_stocks_sector_exchange (sector, exchange),
    KEY idx_stocks_market_cap (market_cap),
    CONSTRAINT ck_stocks_last_price CHECK (last_price >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='Underlyings whose options are traded';

CREATE TABLE IF NOT EXISTS option_contracts (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    stock_id BIGINT NOT NULL,
    contract_symbol VARCHAR(32) NOT NULL COMMENT 'OCC symbol',
    option_type VARCHAR(10) NOT NULL,
    strike_price DECIMAL(12, 4) NOT NULL,
    expiration_date DATE NOT NULL,
    multiplier INT UNSIGNED NOT NULL DEFAULT 100 COMMENT 'Shares per contract',
    style VARCHAR(10) NOT NULL DEFAULT 'american',
    is_adjusted BOOLEAN NOT NULL DEFAULT FALSE,
    first_seen_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    UNIQUE KEY uq_option_contracts_symbol (contract_symbol),
    UNIQUE KEY uq_option_contracts_terms (stock_id, expiration_date, strike_price, option_type),
    KEY idx_contracts_expiration (expiration_date, stock_id),
    CONSTRAINT fk_option_contracts_stock FOREIGN KEY (stock_id) REFERENCES stocks (id) ON DELETE CASCADE,
    CONSTRAINT ck_option_contracts_type CHECK (option_type IN ('call', 'put')),
    CONSTRAINT ck_option_contracts_strike CHECK (strike_price > 0)
) COMMENT='Listed calls and puts';

CREATE TABLE IF NOT EXISTS option_snapshots (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    contract_id BIGINT NOT NULL,
    snapshot_time DATETIME(6) NOT NULL,
    bid DECIMAL(12, 4) NOT NULL,
    ask DECIMAL(12, 4) NOT NULL,
    last_price DECIMAL(12, 4),
    volume INT UNSIGNED NOT NULL DEFAULT 0,
    open_interest INT UNSIGNED NOT NULL DEFAULT 0,
    implied_volatility DOUBLE,
    delta DECIMAL(8, 6),
    gamma DECIMAL(10, 8),
    theta DECIMAL(10, 6),
    vega DECIMAL(10, 6),
    greeks JSON,
    source VARCHAR(50) NOT NULL DEFAULT 'polygon',
    UNIQUE KEY uq_option_snapshots_time (contract_id, snapshot_time),
    KEY idx_snapshots_time (snapshot_time DESC),
    -- Neither server has partial indexes: Django makes these two over all rows.
    KEY idx_snapshots_liquid (contract_id, snapshot_time DESC),
    CONSTRAINT fk_option_snapshots_contract FOREIGN KEY (contract_id) REFERENCES option_contracts (id) ON DELETE CASCADE,
    CONSTRAINT ck_option_snapshots_quote CHECK (bid >= 0 AND ask >= bid),
    CONSTRAINT ck_option_snapshots_delta CHECK (delta BETWEEN -1 AND 1)
);

CREATE TABLE IF NOT EXISTS market_conditions (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    observed_on DATE NOT NULL,
    regime VARCHAR(20) NOT NULL,
    vix DECIMAL(6, 2) NOT NULL,
    spy_close DECIMAL(12, 4),
    trend_strength DOUBLE,
    advance_decline_ratio DOUBLE,
    indicators JSON NOT NULL,
    created_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    UNIQUE KEY uq_market_conditions_day (observed_on),
    KEY idx_market_regime_day (regime, observed_on DESC),
    CONSTRAINT ck_market_conditions_vix CHECK (vix > 0)
);

CREATE TABLE IF NOT EXISTS strategy_history (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    strategy_name VARCHAR(100) NOT NULL,
    stock_id BIGINT NOT NULL,
    contract_id BIGINT,
    market_condition_id BIGINT,
    rolled_from_id BIGINT,
    status VARCHAR(20) NOT NULL DEFAULT 'open',
    quantity INT NOT NULL,
    entry_price DECIMAL(12, 4) NOT NULL,
    exit_price DECIMAL(12, 4),
    realised_pnl DECIMAL(14, 2),
    max_loss DECIMAL(14, 2),
    holding_period BIGINT,
    parameters JSON NOT NULL,
    tags JSON NOT NULL,
    notes LONGTEXT NOT NULL,
    opened_at DATETIME(6) NOT NULL,
    closed_at DATETIME(6),
    KEY idx_strategy_name_status (strategy_name, status),
    KEY idx_strategy_stock_opened (stock_id, opened_at DESC),
    CONSTRAINT fk_strategy_history_stock FOREIGN KEY (stock_id) REFERENCES stocks (id) ON DELETE RESTRICT,
    CONSTRAINT fk_strategy_history_contract FOREIGN KEY (contract_id) REFERENCES option_contracts (id) ON DELETE SET NULL,
    CONSTRAINT fk_strategy_history_market
        FOREIGN KEY (market_condition_id) REFERENCES market_conditions (id) ON DELETE SET NULL,
    CONSTRAINT fk_strategy_history_rolled
        FOREIGN KEY (rolled_from_id) REFERENCES strategy_history (id) ON DELETE SET NULL,
    CONSTRAINT ck_strategy_history_status CHECK (status IN ('open', 'closed', 'rolled', 'expired', 'assigned')),
    CONSTRAINT ck_strategy_history_quantity CHECK (quantity <> 0),
    CONSTRAINT ck_strategy_history_closed CHECK (closed_at IS NULL OR closed_at >= opened_at)
);

CREATE TABLE IF NOT EXISTS collection_jobs (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    job_uuid UUID NOT NULL,
    job_type VARCHAR(50) NOT NULL,
    status ENUM('pending', 'running', 'succeeded', 'failed', 'cancelled') NOT NULL DEFAULT 'pending',
    stock_id BIGINT,
    priority SMALLINT NOT NULL DEFAULT 5,
    attempts INT UNSIGNED NOT NULL DEFAULT 0,
    rows_collected BIGINT NOT NULL DEFAULT 0,
    payload JSON NOT NULL,
    error_message LONGTEXT,
    worker_host CHAR(39),
    scheduled_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    started_at DATETIME(6),
    finished_at DATETIME(6),
    UNIQUE KEY uq_collection_jobs_uuid (job_uuid),
    KEY idx_jobs_status_priority (status, priority DESC, scheduled_at),
    KEY idx_jobs_unfinished (scheduled_at),
    CONSTRAINT fk_collection_jobs_stock FOREIGN KEY (stock_id) REFERENCES stocks (id) ON DELETE CASCADE,
    CONSTRAINT ck_collection_jobs_priority CHECK (priority BETWEEN 0 AND 9),
    CONSTRAINT ck_collection_jobs_finished CHECK (finished_at IS NULL OR started_at IS NOT NULL)
);

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
