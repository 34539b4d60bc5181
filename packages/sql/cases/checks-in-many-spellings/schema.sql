CREATE TABLE c (
    a int CHECK (a BETWEEN 1 AND 10),
    b text CHECK (b IN ('x', 'y')),
    k varchar(10) CHECK (k = ANY (ARRAY['p', 'q'])),
    d text CHECK (d ~* '^[a-z]+$' AND length(d) > 2),
    e numeric CHECK (e > 0.5 OR e IS NULL),
    f jsonb CHECK (jsonb_typeof(f -> 'x') = 'array'),
    g boolean CHECK (g IS NOT TRUE),
    h date CHECK (h > '2000-01-01'),
    i text CHECK (i LIKE 'a%' AND i NOT LIKE '%b'),
    j int CHECK (NOT (j = 5)),
    CONSTRAINT multi CHECK ((a IS NULL) = (b IS NULL)),
    CONSTRAINT cased CHECK (CASE WHEN a > 1 THEN b IS NOT NULL ELSE true END)
);
