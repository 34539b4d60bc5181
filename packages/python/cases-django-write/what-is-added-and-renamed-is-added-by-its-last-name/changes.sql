CREATE INDEX idx_new ON market_stock (price) WHERE cap > 0;
ALTER INDEX idx_new RENAME TO idx_newer;
ALTER TABLE market_stock RENAME COLUMN cap TO capital;
ALTER INDEX idx_cap RENAME TO idx_capital;
DROP INDEX idx_capital;
CREATE INDEX idx_gone ON market_stock (price);
DROP INDEX idx_gone;
ALTER TABLE market_stock RENAME TO stocks;
CREATE INDEX idx_cap ON stocks (capital, price);
