ALTER TABLE trades ADD CONSTRAINT fk_trades_stock FOREIGN KEY (stock_id) REFERENCES stocks;
ALTER TABLE stocks ADD CONSTRAINT ck_stocks_price CHECK (price > 0);
ALTER TABLE stocks ADD CONSTRAINT uq_stocks_symbol UNIQUE (symbol);
CREATE INDEX idx_stocks_seen ON stocks (seen);
CREATE UNIQUE INDEX idx_stocks_n ON stocks (n, lower(symbol));
ALTER TABLE stocks ADD CONSTRAINT ex EXCLUDE USING btree (n WITH =);
ALTER DOMAIN amount ADD CHECK (VALUE > 0);
