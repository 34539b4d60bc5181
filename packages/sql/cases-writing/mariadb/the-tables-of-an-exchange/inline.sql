-- Markets and what is traded there

CREATE TABLE IF NOT EXISTS exchanges (
    id INT AUTO_INCREMENT PRIMARY KEY,
    code VARCHAR(10) NOT NULL UNIQUE COMMENT 'The code',
    `key` TEXT,
    mood ENUM('Sad','ok') NOT NULL DEFAULT 'ok',
    parent_id INT,
    CONSTRAINT fk_parent FOREIGN KEY (parent_id) REFERENCES exchanges (id)
) ENGINE=InnoDB COMMENT='Where stocks are traded';

-- Stocks
CREATE TABLE IF NOT EXISTS stocks (
    id          BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    exchange_id INT             NOT NULL,
    symbol      VARCHAR(20)     NOT NULL COLLATE utf8mb4_bin COMMENT 'Ticker',
    price       DECIMAL(12,4), -- in cents
    seen        DATETIME(6)     NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
    day         DATE            DEFAULT (CURRENT_DATE),
    active      TINYINT(1)      NOT NULL DEFAULT TRUE,
    market_cap  BIGINT          NOT NULL DEFAULT 0 COMMENT 'In dollars',
    PRIMARY KEY (id),
    UNIQUE KEY uq_stocks (exchange_id, symbol),
    KEY idx_symbol (symbol(4)),
    CONSTRAINT fk_exchange FOREIGN KEY (exchange_id) REFERENCES exchanges (id) ON DELETE CASCADE,
    CONSTRAINT ck_symbol CHECK (symbol <> '' AND price IN (1, 2)),
    CHECK (price >= 0),
    INDEX idx_market_cap (market_cap DESC),
    CONSTRAINT ck_cap CHECK (market_cap >= 0)
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

ALTER TABLE orders ADD CONSTRAINT fk_last_trade FOREIGN KEY IF NOT EXISTS (last_trade_id) REFERENCES trades (id);

CREATE TABLE IF NOT EXISTS notes (
    id INT AUTO_INCREMENT PRIMARY KEY,
    stock_id BIGINT UNSIGNED NOT NULL,
    body TEXT NOT NULL,
    FOREIGN KEY (stock_id) REFERENCES stocks (id) ON DELETE CASCADE
) COMMENT='Notes';

-- Version 1.0.0 (2026-01-01)
--   - Made
