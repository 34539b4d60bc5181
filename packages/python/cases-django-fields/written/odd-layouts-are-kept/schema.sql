CREATE TABLE item (
    id serial PRIMARY KEY,
    a bigint NOT NULL,
    b integer NOT NULL,
    c varchar(6),
    d text,
    e varchar(7) NOT NULL,
    f varchar(8),
    g integer NOT NULL,
    h integer,
    i integer
);
CREATE TABLE shop_one (id serial PRIMARY KEY, x bigint NOT NULL, y text);
