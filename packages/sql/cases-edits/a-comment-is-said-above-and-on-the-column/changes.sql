ALTER TABLE stocks ADD COLUMN market_cap BIGINT NOT NULL DEFAULT 0;
COMMENT ON COLUMN stocks.market_cap IS 'In whole dollars; it''s
more than one line';
COMMENT ON TABLE stocks IS 'Shares';
COMMENT ON COLUMN stocks.symbol IS NULL;
