CREATE TABLE market_stock (id serial PRIMARY KEY, price integer NOT NULL, CONSTRAINT ck_price CHECK (price > 0));
CREATE TABLE market_bond (id serial PRIMARY KEY, price integer NOT NULL);
