CREATE TABLE owner (id serial PRIMARY KEY, y integer NOT NULL);
CREATE TABLE item (id serial PRIMARY KEY, owner_id varchar(5) NOT NULL);
CREATE INDEX ON item (owner_id);
