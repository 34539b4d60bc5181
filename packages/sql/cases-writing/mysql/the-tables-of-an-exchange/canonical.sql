-- ===========================================================================
-- Canonical database schema
-- ===========================================================================
-- SINGLE SOURCE OF TRUTH. The models and migrations of this workspace mirror
-- this file: change this file first, verify-schema says who has not followed
-- yet.
--
-- Run the file on an empty database: the foreign keys at its end cannot be
-- added a second time. Document each change in the version section.
-- ===========================================================================

-- ---------------------------------------------------------------------------
-- exchanges: Markets
-- ---------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS exchanges (
    id INT AUTO_INCREMENT PRIMARY KEY,
    code VARCHAR(10) NOT NULL UNIQUE COMMENT 'The code',
    `key` TEXT,
    mood ENUM('Sad','ok') NOT NULL DEFAULT 'ok',
    owner_id INT
) COMMENT='Markets';

-- ---------------------------------------------------------------------------
-- stocks
-- ---------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS stocks (
    id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY,
    exchange_id INT NOT NULL,
    symbol VARCHAR(10) COLLATE utf8mb4_bin NOT NULL,
    price DECIMAL(12,4) DEFAULT 0,
    doc JSON,
    seen DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
    day DATE DEFAULT (CURRENT_DATE),
    active TINYINT(1) NOT NULL DEFAULT 1,
    CONSTRAINT uq_stocks UNIQUE (exchange_id, symbol),
    CONSTRAINT fk_exchange FOREIGN KEY (exchange_id) REFERENCES exchanges (id) ON DELETE CASCADE,
    CONSTRAINT ck_symbol CHECK (price IN (1, 2) AND symbol <> ''),
    CHECK (price >= 0),
    INDEX idx_symbol (symbol(4))
);

-- ---------------------------------------------------------------------------
-- trades
-- ---------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS trades (
    id INT AUTO_INCREMENT PRIMARY KEY,
    order_id INT NOT NULL,
    twice DECIMAL(12,4) GENERATED ALWAYS AS (order_id * 2) STORED
);

-- ---------------------------------------------------------------------------
-- orders
-- ---------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS orders (
    id INT AUTO_INCREMENT PRIMARY KEY,
    stock_id BIGINT UNSIGNED NOT NULL,
    last_trade_id INT,
    CONSTRAINT fk_last_trade FOREIGN KEY (last_trade_id) REFERENCES trades (id),
    FOREIGN KEY (stock_id) REFERENCES stocks (id)
);

-- ---------------------------------------------------------------------------
-- When all tables are made
-- ---------------------------------------------------------------------------

ALTER TABLE trades ADD CONSTRAINT trades_ibfk_1 FOREIGN KEY (order_id) REFERENCES orders (id);

-- ===========================================================================
-- VERSION TRACKING
-- ===========================================================================
-- Version 1.0.0 (2026-11-23)
--   - Initial schema: exchanges, stocks, trades, orders
-- ===========================================================================
