CREATE TABLE owner (id serial PRIMARY KEY, code varchar(5) NOT NULL UNIQUE);
CREATE TABLE item (
    id serial PRIMARY KEY,
    owner_id integer REFERENCES owner ON DELETE SET NULL,
    second_owner integer NOT NULL REFERENCES owner ON DELETE CASCADE,
    by_code varchar(5) NOT NULL REFERENCES owner (code) ON DELETE RESTRICT,
    kept_id integer NOT NULL REFERENCES item ON DELETE CASCADE,
    gone_id integer NOT NULL
);
CREATE INDEX ON item (owner_id);
CREATE INDEX ON item (by_code);
CREATE INDEX ON item (kept_id);
CREATE INDEX ON item (gone_id);
CREATE INDEX both_idx ON item (owner_id, second_owner DESC);
