CREATE TABLE item (
    id serial PRIMARY KEY,
    short varchar(12),
    tight varchar(20) NOT NULL,
    long varchar(100) NOT NULL,
    mail varchar(100) NOT NULL,
    price numeric(10, 3) NOT NULL DEFAULT 0.5,
    count bigint NOT NULL,
    rank integer NOT NULL DEFAULT 2,
    state varchar(5) NOT NULL DEFAULT 'old',
    made timestamptz NOT NULL DEFAULT '2020-01-01 00:00:00+00',
    day date NOT NULL DEFAULT '2020-01-01',
    note text DEFAULT '-',
    free integer NOT NULL,
    yes boolean DEFAULT false,
    tags jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX ON item (rank);
COMMENT ON COLUMN item.note IS 'new';
