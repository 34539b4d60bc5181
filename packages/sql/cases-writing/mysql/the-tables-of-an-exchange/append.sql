-- Markets and what is traded there

CREATE TABLE IF NOT EXISTS exchanges (
    id INT AUTO_INCREMENT PRIMARY KEY,
    code VARCHAR(10) NOT NULL UNIQUE COMMENT 'The code',
    `key` TEXT,
    mood ENUM('Sad','ok') NOT NULL DEFAULT 'ok',
    parent_id INT
) ENGINE=InnoDB COMMENT='Markets';

-- Stocks
CREATE TABLE IF NOT EXISTS stocks (
    id          BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    exchange_id INT             NOT NULL,
    symbol      VARCHAR(10)     NOT NULL COLLATE utf8mb4_bin,
    price       DECIMAL(12,4)   DEFAULT 0, -- in cents
    seen        DATETIME(6)     NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
    day         DATE            DEFAULT (CURRENT_DATE),
    active      TINYINT(1)      NOT NULL DEFAULT TRUE,
    PRIMARY KEY (id),
    UNIQUE KEY uq_stocks (exchange_id, symbol),
    KEY idx_symbol (symbol(4)),
    CONSTRAINT fk_exchange FOREIGN KEY (exchange_id) REFERENCES exchanges (id) ON DELETE CASCADE,
    CONSTRAINT ck_symbol CHECK (symbol <> '' AND price IN (1, 2)),
    CHECK (price >= 0)
);

CREATE TABLE IF NOT EXISTS orders (
    id INT AUTO_INCREMENT PRIMARY KEY,
    stock_id BIGINT UNSIGNED NOT NULL,
    last_trade_id INT,
    FOREIGN KEY (stock_id) REFERENCES stocks (id)
);

CREATE TABLE IF NOT EXISTS trades (
    id INT AUTO_INCREMENT PRIMARY KEY,
    order_id INT NOT NULL,
    twice DECIMAL(12,4) GENERATED ALWAYS AS (order_id * 2) STORED,
    FOREIGN KEY (order_id) REFERENCES orders (id)
);

ALTER TABLE orders ADD CONSTRAINT fk_last_trade FOREIGN KEY (last_trade_id) REFERENCES trades (id);

-- Added market_cap column to stocks table
-- Added index idx_market_cap on market_cap
-- Changed symbol from VARCHAR(10) to VARCHAR(20)
-- Changed the comment of stocks.symbol
-- Dropped the default of stocks.price
ALTER TABLE stocks ADD COLUMN market_cap BIGINT NOT NULL DEFAULT 0 COMMENT 'In dollars';
CREATE INDEX idx_market_cap ON stocks (market_cap DESC);
ALTER TABLE stocks MODIFY COLUMN symbol VARCHAR(20) COLLATE utf8mb4_bin NOT NULL COMMENT 'Ticker';
ALTER TABLE stocks MODIFY COLUMN price DECIMAL(12,4);

-- Added fk_parent to exchanges table
ALTER TABLE exchanges ADD CONSTRAINT fk_parent FOREIGN KEY (parent_id) REFERENCES exchanges (id);

-- Added ck_cap to stocks table
ALTER TABLE stocks ADD CONSTRAINT ck_cap CHECK (market_cap >= 0);

-- Changed the comment of exchanges table
ALTER TABLE exchanges COMMENT='Where stocks are traded';

-- Added notes table
CREATE TABLE IF NOT EXISTS notes (
    id INT AUTO_INCREMENT PRIMARY KEY,
    stock_id BIGINT UNSIGNED NOT NULL,
    body TEXT NOT NULL,
    FOREIGN KEY (stock_id) REFERENCES stocks (id) ON DELETE CASCADE
) COMMENT='Notes';

-- Version 1.0.0 (2026-01-01)
--   - Made
