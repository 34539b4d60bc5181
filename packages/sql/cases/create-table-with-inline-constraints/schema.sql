CREATE TABLE sectors (id integer PRIMARY KEY, name text UNIQUE);
CREATE TABLE IF NOT EXISTS stocks (
    id SERIAL PRIMARY KEY,
    symbol VARCHAR(10) NOT NULL UNIQUE, -- the ticker
    name character varying,
    sector_id int REFERENCES sectors ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
    price numeric(10, 2) DEFAULT 0 CHECK (price >= 0),
    kind char DEFAULT 'x' NOT NULL,
    flags bit varying(5),
    tags text[] DEFAULT '{}' NOT NULL,
    matrix integer[3][3],
    meta jsonb DEFAULT '{}'::jsonb,
    lasts interval day to second(3),
    seen_at timestamp(3) with time zone,
    created_at TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
);
