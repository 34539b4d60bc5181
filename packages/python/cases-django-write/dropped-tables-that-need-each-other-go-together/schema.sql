CREATE TABLE market_stock (id serial PRIMARY KEY, symbol varchar(10) NOT NULL);
CREATE TABLE market_order (id serial PRIMARY KEY, stock_id integer NOT NULL REFERENCES market_stock (id));
CREATE TABLE market_orderline (id serial PRIMARY KEY, order_id integer NOT NULL REFERENCES market_order (id));
CREATE TABLE market_refund (id serial PRIMARY KEY, amount integer NOT NULL);
