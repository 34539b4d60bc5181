ALTER TABLE stocks ADD COLUMN market_cap BIGINT;
COMMENT ON COLUMN stocks.market_cap IS 'big';
CREATE INDEX idx_stocks_market_cap ON stocks(market_cap);
ALTER TABLE options ADD CONSTRAINT ck_options_type CHECK (option_type IN ('call', 'put'));
ALTER TABLE stocks DROP COLUMN sector;
