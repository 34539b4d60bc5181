CREATE TABLE market_stock (id serial PRIMARY KEY, symbol varchar(10) NOT NULL);
CREATE TABLE market_quote (id serial PRIMARY KEY, stock_id integer NOT NULL);
CREATE TABLE market_bond (id serial PRIMARY KEY, rate integer NOT NULL);
CREATE TABLE market_loan (bond_ptr_id integer PRIMARY KEY, term integer NOT NULL);
CREATE TABLE market_venue (id serial PRIMARY KEY, name varchar(10) NOT NULL);
CREATE TABLE market_fund (id serial PRIMARY KEY, name varchar(10) NOT NULL);
