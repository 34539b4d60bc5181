CREATE TABLE stocks (id serial PRIMARY KEY, price integer NOT NULL); CREATE TABLE market_bond (id serial PRIMARY KEY, price integer NOT NULL);
