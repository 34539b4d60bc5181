CREATE TABLE market_stock (id serial PRIMARY KEY, symbol varchar(10) NOT NULL, sector varchar(50) NOT NULL);
CREATE INDEX idx_sector ON market_stock (sector);
