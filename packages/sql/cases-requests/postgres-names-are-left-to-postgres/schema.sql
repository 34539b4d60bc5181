CREATE TABLE stocks (id SERIAL PRIMARY KEY, symbol TEXT UNIQUE, price INT CHECK (price > 0));
CREATE INDEX ON stocks (price);
