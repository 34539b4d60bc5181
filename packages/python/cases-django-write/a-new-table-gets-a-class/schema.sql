CREATE TABLE stocks (id serial PRIMARY KEY, symbol varchar(10) NOT NULL);
