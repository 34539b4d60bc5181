CREATE TABLE owner (id serial PRIMARY KEY, code varchar(5) NOT NULL UNIQUE);
CREATE TABLE item (
    id serial PRIMARY KEY,
    price integer NOT NULL,
    own_cost integer NOT NULL DEFAULT 0,
    owner_id varchar(5) NOT NULL REFERENCES owner (code) ON DELETE CASCADE,
    UNIQUE (price, owner_id),
    CONSTRAINT price_price CHECK (price >= 0 OR price = -1)
);
CREATE INDEX price ON item (price DESC);
CREATE INDEX price_too ON item (price) WHERE price > 1 AND NOT price = own_cost;
CREATE INDEX ON item (owner_id);
