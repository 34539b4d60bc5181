CREATE TABLE owner (id serial PRIMARY KEY, code varchar(5) NOT NULL);
CREATE TABLE item (
    id serial PRIMARY KEY,
    once integer NOT NULL,
    more integer NOT NULL UNIQUE,
    sign integer NOT NULL DEFAULT 0,
    plain integer NOT NULL DEFAULT 0 CHECK (plain >= 0),
    indexed integer NOT NULL,
    slug varchar(50) NOT NULL,
    owner_id integer NOT NULL REFERENCES owner ON DELETE CASCADE,
    single_id integer NOT NULL REFERENCES owner ON DELETE CASCADE,
    double_id integer NOT NULL UNIQUE REFERENCES owner ON DELETE CASCADE,
    quiet_id integer NOT NULL REFERENCES owner ON DELETE CASCADE,
    loose_id integer NOT NULL REFERENCES owner ON DELETE CASCADE
);
CREATE INDEX ON item (single_id);
CREATE INDEX ON item (quiet_id);
CREATE INDEX ON item (loose_id);
