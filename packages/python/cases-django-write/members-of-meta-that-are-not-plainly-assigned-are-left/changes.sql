CREATE INDEX idx_price ON stocks (price);
ALTER TABLE stocks RENAME TO shares;
CREATE INDEX idx_bond ON market_bond (price);
