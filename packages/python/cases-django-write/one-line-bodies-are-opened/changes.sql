DROP INDEX idx_a;
ALTER TABLE stocks ADD CONSTRAINT ck_a CHECK (symbol > 'a');
ALTER TABLE stocks RENAME TO securities;
CREATE INDEX idx_rate ON market_bond (rate);
COMMENT ON TABLE market_venue IS 'Where';
ALTER TABLE market_venue_stocks RENAME TO listings;
