CREATE TABLE market_venue (id serial PRIMARY KEY, name varchar(10) NOT NULL);
CREATE TABLE market_stock (id serial PRIMARY KEY, venue_id integer NOT NULL REFERENCES market_venue (id), symbol varchar(10) NOT NULL);
CREATE TABLE market_quote (id serial PRIMARY KEY, stock_id integer NOT NULL REFERENCES market_stock (id));
