ALTER TABLE stocks ADD COLUMN market_cap BIGINT;
CREATE INDEX idx_stocks_market_cap ON stocks(market_cap);
