CREATE TABLE shop_a (id serial PRIMARY KEY, created timestamptz DEFAULT now(), note varchar(9) NOT NULL);
CREATE TABLE shop_b (id serial PRIMARY KEY, created timestamptz DEFAULT now(), note varchar(9) NOT NULL, size bigint NOT NULL);
CREATE INDEX note_idx ON shop_a (note);
