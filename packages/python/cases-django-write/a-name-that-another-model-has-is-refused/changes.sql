ALTER TABLE market_bond ADD CONSTRAINT ck_price CHECK (price > 0);
CREATE TABLE market_fund (id serial PRIMARY KEY, price integer NOT NULL, CONSTRAINT ck_price CHECK (price > 0));
