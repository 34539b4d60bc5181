CREATE TABLE item (
    id serial PRIMARY KEY,
    code text NOT NULL,
    count bigint NOT NULL DEFAULT 0 CHECK (count >= 0),
    ratio numeric(5, 2),
    moment date NOT NULL DEFAULT CURRENT_DATE,
    slug text NOT NULL,
    price double precision NOT NULL,
    lines text[] NOT NULL
);
CREATE INDEX ON item (code);
CREATE INDEX ON item (slug);
