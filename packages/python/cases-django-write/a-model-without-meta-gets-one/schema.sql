CREATE TABLE market_stock (id serial PRIMARY KEY, symbol varchar(10) NOT NULL, name varchar(100) NOT NULL);
CREATE TABLE market_quote (id serial PRIMARY KEY, created timestamptz NOT NULL, price integer NOT NULL);
CREATE INDEX market_quot_created_1 ON market_quote (created);
CREATE TABLE market_bar (id serial PRIMARY KEY, created timestamptz NOT NULL, price integer NOT NULL);
CREATE INDEX market_bar_created_1 ON market_bar (created);
CREATE TABLE market_empty (id serial PRIMARY KEY);
