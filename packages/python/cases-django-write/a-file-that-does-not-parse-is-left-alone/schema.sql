CREATE TABLE market_stock (id serial PRIMARY KEY, price integer NOT NULL);
