CREATE TABLE item (
    id serial PRIMARY KEY,
    helped varchar(9) NOT NULL,
    optional integer NOT NULL,
    loud varchar(9) NOT NULL,
    kind text NOT NULL,
    share double precision NOT NULL,
    clock timestamp NOT NULL,
    cash money
);
