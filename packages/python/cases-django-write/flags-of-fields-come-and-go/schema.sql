CREATE TABLE market_venue (id serial PRIMARY KEY, name varchar(10) NOT NULL);
CREATE TABLE stocks (
    id serial PRIMARY KEY,
    symbol varchar(10) NOT NULL UNIQUE,
    code integer NOT NULL,
    sector integer NOT NULL,
    slug varchar(50) NOT NULL,
    venue_id integer NOT NULL REFERENCES market_venue (id),
    cap integer NOT NULL,
    name varchar(100) NOT NULL,
    UNIQUE (name, cap)
);
CREATE TABLE bonds (id serial PRIMARY KEY, rate integer NOT NULL, term integer NOT NULL);
