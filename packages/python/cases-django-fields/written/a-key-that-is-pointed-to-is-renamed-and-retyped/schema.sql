CREATE TABLE owner (number integer PRIMARY KEY);
CREATE TABLE tag (id serial PRIMARY KEY, word varchar(5) NOT NULL);
CREATE TABLE tagged (
    id serial PRIMARY KEY,
    owner_id integer NOT NULL REFERENCES owner ON DELETE CASCADE,
    by_id integer NOT NULL REFERENCES owner ON DELETE CASCADE,
    tag_id integer NOT NULL REFERENCES tag ON DELETE CASCADE,
    UNIQUE (owner_id, tag_id)
);
CREATE INDEX ON tagged (by_id);
CREATE INDEX ON tagged (tag_id);
