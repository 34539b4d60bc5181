-- Version 1.0 (2026-01-01)
--   - Added table stocks (django_app/missing/0001_initial.py)
CREATE TABLE stocks (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'counts',
  symbol VARCHAR(10) NOT NULL, -- as the exchange writes it
  price DECIMAL(10, 2)
) ENGINE = InnoDB;
CREATE INDEX stocks_symbol ON stocks (symbol);
ALTER TABLE stocks ADD COLUMN volume BIGINT;
CREATE VIEW cheap AS SELECT id FROM stocks;
DROP TABLE old_stocks;
DROP INDEX stocks_symbol ON stocks;
