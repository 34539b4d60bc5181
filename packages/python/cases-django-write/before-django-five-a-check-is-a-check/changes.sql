ALTER TABLE market_stock ADD CONSTRAINT ck_price CHECK (price > 0);
