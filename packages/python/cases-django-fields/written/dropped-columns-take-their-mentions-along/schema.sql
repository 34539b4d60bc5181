CREATE TABLE item (id serial PRIMARY KEY, name varchar(5) NOT NULL);
CREATE INDEX name_idx ON item (name);
CREATE TABLE shop_other (id serial PRIMARY KEY);
