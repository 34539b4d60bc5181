ALTER TABLE stocks RENAME TO market_stock;
CREATE INDEX idx_symbol ON market_stock (symbol);
