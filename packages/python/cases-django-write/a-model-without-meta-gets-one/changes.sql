CREATE INDEX idx_stock_name ON market_stock (name);
COMMENT ON TABLE market_stock IS 'What "is" traded';
ALTER TABLE market_quote ADD CONSTRAINT ck_quote_price CHECK (price > 0);
CREATE INDEX idx_quote_price ON market_quote (price);
CREATE INDEX idx_bar_price ON market_bar (price);
COMMENT ON TABLE market_empty IS 'Nothing';
