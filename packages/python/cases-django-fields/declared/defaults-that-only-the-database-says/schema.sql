CREATE TABLE database_defaults (
    id serial PRIMARY KEY,
    data jsonb NOT NULL DEFAULT '{"theme": "dark", "sizes": [1, 2.5, null], "on": true}',
    names text[] NOT NULL DEFAULT '{a,b}',
    numbers integer[] NOT NULL DEFAULT '{1,2}',
    chance double precision NOT NULL DEFAULT random()
);
