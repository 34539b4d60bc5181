CREATE TABLE shop_a (id serial PRIMARY KEY, name varchar(20) NOT NULL);
CREATE TABLE shop_b (id serial PRIMARY KEY, name varchar(10) NOT NULL);
