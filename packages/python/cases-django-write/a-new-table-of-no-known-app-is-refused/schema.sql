CREATE TABLE market_stock (id serial PRIMARY KEY, symbol varchar(10) NOT NULL);
