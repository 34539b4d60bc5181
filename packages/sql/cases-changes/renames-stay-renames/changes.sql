ALTER TABLE stocks RENAME COLUMN symbol TO ticker;
ALTER TABLE stocks RENAME TO shares;
ALTER INDEX idx_stocks_price RENAME TO idx_shares_price;
ALTER TABLE shares RENAME CONSTRAINT stocks_symbol_key TO uq_shares_ticker;
ALTER TABLE shares ALTER COLUMN ticker TYPE VARCHAR(12), ALTER COLUMN ticker SET DEFAULT 'x';
ALTER TYPE mood RENAME TO feeling;
