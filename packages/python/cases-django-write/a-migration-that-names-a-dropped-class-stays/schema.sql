CREATE TABLE stocks (id serial PRIMARY KEY, symbol varchar(10) NOT NULL);
CREATE TABLE bonds (id serial PRIMARY KEY, rate integer NOT NULL);
CREATE TABLE market_venue (id serial PRIMARY KEY, name varchar(10) NOT NULL);
