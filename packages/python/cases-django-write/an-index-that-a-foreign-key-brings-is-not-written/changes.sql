CREATE INDEX idx_quote_stock ON market_quote (stock_id);
CREATE INDEX idx_quote_other ON market_quote (other_id);
CREATE INDEX idx_quote_again ON market_quote (other_id);
ALTER TABLE market_quote ADD UNIQUE (stock_id);
