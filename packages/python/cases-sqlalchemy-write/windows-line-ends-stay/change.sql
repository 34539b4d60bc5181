ALTER TABLE stocks ADD COLUMN market_cap BIGINT;
CREATE INDEX idx_stocks_market_cap ON stocks (market_cap);
CREATE INDEX idx_stocks_name ON stocks (name);
CREATE TABLE prices (stock_id INTEGER NOT NULL REFERENCES stocks (id), day DATE NOT NULL, price NUMERIC(12, 4), PRIMARY KEY (stock_id, day));
ALTER TABLE stocks ALTER COLUMN name SET NOT NULL;
