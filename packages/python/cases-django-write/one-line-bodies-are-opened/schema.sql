CREATE TABLE stocks (id serial PRIMARY KEY, symbol varchar(10) NOT NULL);
CREATE INDEX idx_a ON stocks (symbol);
CREATE TABLE market_bond (id serial PRIMARY KEY, rate integer NOT NULL);
CREATE TABLE market_venue (id serial PRIMARY KEY, name varchar(10) NOT NULL);
CREATE TABLE market_venue_stocks (id serial PRIMARY KEY, venue_id integer NOT NULL REFERENCES market_venue (id), stock_id integer NOT NULL REFERENCES stocks (id), UNIQUE (venue_id, stock_id));
CREATE INDEX ON market_venue_stocks (stock_id);
