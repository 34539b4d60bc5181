CREATE TABLE item (id serial PRIMARY KEY, name varchar(5) NOT NULL);
