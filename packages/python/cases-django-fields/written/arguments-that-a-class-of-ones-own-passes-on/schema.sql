CREATE TABLE item (
    id serial PRIMARY KEY,
    loud varchar(9),
    plain integer NOT NULL DEFAULT 4 UNIQUE,
    other integer
);
