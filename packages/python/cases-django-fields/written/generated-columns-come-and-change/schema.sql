CREATE TABLE lines (
    id serial PRIMARY KEY,
    price integer NOT NULL,
    count integer NOT NULL,
    total integer GENERATED ALWAYS AS (price * count) STORED,
    plain integer NOT NULL DEFAULT 3,
    other integer GENERATED ALWAYS AS (price - count) STORED,
    twice integer GENERATED ALWAYS AS (price * 2) STORED
);
