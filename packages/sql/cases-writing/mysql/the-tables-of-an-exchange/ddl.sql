CREATE TABLE IF NOT EXISTS exchanges (
    id int AUTO_INCREMENT PRIMARY KEY,
    code varchar(10) NOT NULL UNIQUE COMMENT 'The code',
    `key` text,
    mood enum('Sad','ok') NOT NULL DEFAULT 'ok',
    owner_id int
) COMMENT='Markets';

CREATE TABLE IF NOT EXISTS stocks (
    id bigint unsigned AUTO_INCREMENT PRIMARY KEY,
    exchange_id int NOT NULL,
    symbol varchar(10) COLLATE utf8mb4_bin NOT NULL,
    price decimal(12,4) DEFAULT 0,
    doc json,
    seen datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
    day date DEFAULT (CURRENT_DATE),
    active tinyint(1) NOT NULL DEFAULT 1,
    CONSTRAINT uq_stocks UNIQUE (exchange_id, symbol),
    CONSTRAINT fk_exchange FOREIGN KEY (exchange_id) REFERENCES exchanges (id) ON DELETE CASCADE,
    CONSTRAINT ck_symbol CHECK (price IN (1, 2) AND symbol <> ''),
    CHECK (price >= 0),
    INDEX idx_symbol (symbol(4))
);

CREATE TABLE IF NOT EXISTS trades (
    id int AUTO_INCREMENT PRIMARY KEY,
    order_id int NOT NULL,
    twice decimal(12,4) GENERATED ALWAYS AS (order_id * 2) STORED
);

CREATE TABLE IF NOT EXISTS orders (
    id int AUTO_INCREMENT PRIMARY KEY,
    stock_id bigint unsigned NOT NULL,
    last_trade_id int,
    CONSTRAINT fk_last_trade FOREIGN KEY (last_trade_id) REFERENCES trades (id),
    FOREIGN KEY (stock_id) REFERENCES stocks (id)
);

ALTER TABLE trades ADD CONSTRAINT trades_ibfk_1 FOREIGN KEY (order_id) REFERENCES orders (id);
