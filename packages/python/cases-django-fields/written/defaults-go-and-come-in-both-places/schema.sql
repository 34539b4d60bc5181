CREATE TABLE item (
    id serial PRIMARY KEY,
    a varchar(9) NOT NULL DEFAULT 'none',
    b timestamptz NOT NULL DEFAULT '2020-02-03 04:05:06+00',
    c timestamptz NOT NULL DEFAULT '2020-02-03 04:05:06+00',
    d uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000001',
    e integer NOT NULL DEFAULT 2,
    f boolean NOT NULL DEFAULT true,
    g integer NOT NULL
);
