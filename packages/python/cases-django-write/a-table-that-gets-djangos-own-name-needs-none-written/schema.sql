CREATE TABLE stocks (id serial PRIMARY KEY, symbol varchar(10) NOT NULL); CREATE TABLE market_bond (id serial PRIMARY KEY, rate integer NOT NULL);
