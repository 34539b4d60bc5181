CREATE TABLE shop_a (id serial PRIMARY KEY, name varchar(20) NOT NULL, size integer);
