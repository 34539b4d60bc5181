DROP INDEX idx_stocks_price;
ALTER TABLE stocks DROP COLUMN price;
DROP TABLE trades;
ALTER TABLE stocks DROP COLUMN feeling;
DROP TYPE mood;
