CREATE INDEX idx_price ON market_stock (price);
CREATE TABLE market_fund (id serial PRIMARY KEY, price integer NOT NULL);
