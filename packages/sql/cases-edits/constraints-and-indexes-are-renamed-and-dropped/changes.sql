ALTER TABLE stocks RENAME CONSTRAINT uq_stocks_symbol TO uq_symbol;
ALTER TABLE stocks RENAME CONSTRAINT stocks_pkey TO pk_stocks;
ALTER INDEX idx_options_stock RENAME TO idx_options;
DROP INDEX idx_stocks_sector;
ALTER TABLE options DROP CONSTRAINT ck_options_strike;
ALTER TABLE options DROP CONSTRAINT options_pkey;
ALTER TABLE options DROP CONSTRAINT options_stock_id_fkey;
