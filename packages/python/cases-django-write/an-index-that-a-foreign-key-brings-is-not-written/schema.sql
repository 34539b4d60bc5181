CREATE TABLE market_stock (id serial PRIMARY KEY, symbol varchar(10) NOT NULL);
CREATE TABLE market_quote (id serial PRIMARY KEY, stock_id integer NOT NULL REFERENCES market_stock (id), other_id integer NOT NULL REFERENCES market_stock (id));
