ALTER TABLE market_stock DROP COLUMN sector;
