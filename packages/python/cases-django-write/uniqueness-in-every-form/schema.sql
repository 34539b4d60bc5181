CREATE TABLE stocks (
    id serial PRIMARY KEY,
    symbol varchar(10) NOT NULL,
    name varchar(100) NOT NULL,
    isin varchar(12),
    sector integer NOT NULL
);
