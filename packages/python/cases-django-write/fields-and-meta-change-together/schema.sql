CREATE TABLE stocks (id serial PRIMARY KEY, symbol varchar(10) NOT NULL, sector varchar(50) NOT NULL, name varchar(100) NOT NULL);
CREATE INDEX idx_sector ON stocks (sector);
