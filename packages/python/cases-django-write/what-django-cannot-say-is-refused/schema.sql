CREATE TABLE stocks (id serial PRIMARY KEY, symbol varchar(10) NOT NULL, name text);
CREATE TABLE bonds (id serial PRIMARY KEY, stock_id integer NOT NULL REFERENCES stocks (id), rate integer NOT NULL);
CREATE TABLE market_venue (id serial PRIMARY KEY, name varchar(10) NOT NULL);
CREATE TABLE bonds_venues (id serial PRIMARY KEY, bond_id integer NOT NULL REFERENCES bonds (id), venue_id integer NOT NULL REFERENCES market_venue (id), UNIQUE (bond_id, venue_id));
CREATE TABLE market_loan (id serial PRIMARY KEY, name varchar(10) NOT NULL);
