ALTER TABLE stocks ADD COLUMN market_cap bigint;
CREATE INDEX idx_market_cap ON stocks (market_cap);
ALTER TABLE stocks ADD CONSTRAINT ck_market_cap CHECK (market_cap > 10);
ALTER TABLE stocks DROP COLUMN sector;
ALTER TABLE stocks RENAME COLUMN name TO title;
CREATE INDEX idx_title ON stocks (title, market_cap);
