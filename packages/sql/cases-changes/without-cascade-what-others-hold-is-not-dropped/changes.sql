DROP TABLE stocks;
DROP TYPE mood;
ALTER TABLE stocks DROP CONSTRAINT stocks_pkey;
