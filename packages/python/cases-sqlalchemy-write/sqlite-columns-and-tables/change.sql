ALTER TABLE stocks ADD COLUMN price NUMERIC(10, 2) DEFAULT 0;
ALTER TABLE stocks ADD COLUMN traded_at DATETIME DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE stocks ADD COLUMN volume BIGINT;
ALTER TABLE stocks ADD COLUMN data JSON;
ALTER TABLE stocks ADD COLUMN note TEXT COLLATE NOCASE;
CREATE INDEX ix_stocks_active ON stocks (symbol) WHERE active = 1;
CREATE INDEX ix_stocks_lower ON stocks (lower(symbol));
CREATE TABLE trades (
  id INTEGER NOT NULL PRIMARY KEY,
  stock_id INTEGER NOT NULL REFERENCES stocks (id) ON DELETE CASCADE,
  amount REAL NOT NULL CHECK (amount > 0),
  UNIQUE (stock_id, amount)
);
CREATE INDEX ix_trades_stock_id ON trades (stock_id);
