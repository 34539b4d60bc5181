CREATE TABLE amounts (
    id serial PRIMARY KEY,
    small smallint NOT NULL CHECK (small >= 0),
    whole integer CHECK (whole >= 0),
    big bigint NOT NULL DEFAULT 0 CONSTRAINT big_is_positive CHECK (big >= 0),
    "Odd" integer NOT NULL CHECK ("Odd" >= 0)
);
