CREATE TABLE market_stock (id serial PRIMARY KEY, price integer NOT NULL, cap integer NOT NULL);
CREATE INDEX idx_cap ON market_stock (cap);
