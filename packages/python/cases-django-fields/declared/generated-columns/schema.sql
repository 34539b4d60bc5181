CREATE TABLE lines (
    id serial PRIMARY KEY,
    price integer NOT NULL,
    "Count" integer NOT NULL,
    total integer GENERATED ALWAYS AS (price * "Count") STORED,
    name text NOT NULL,
    upper_name text GENERATED ALWAYS AS (upper(name)) STORED
);
