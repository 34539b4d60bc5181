CREATE TABLE stocks (
    id serial PRIMARY KEY,
    symbol varchar(10) NOT NULL UNIQUE,
    name varchar(200) NOT NULL,
    listed boolean NOT NULL DEFAULT true,
    market_cap bigint,
    volume integer NOT NULL DEFAULT 0 CHECK (volume >= 0),
    code varchar(4) UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now(),
    token uuid NOT NULL DEFAULT gen_random_uuid(),
    parent_id integer REFERENCES stocks ON DELETE SET NULL
);
CREATE INDEX ON stocks (parent_id);
CREATE INDEX idx_stocks_market_cap ON stocks (market_cap);
COMMENT ON COLUMN stocks.market_cap IS 'in dollars';
CREATE TABLE empty (id serial PRIMARY KEY, note text, stock_id integer NOT NULL REFERENCES stocks ON DELETE CASCADE);
CREATE INDEX ON empty (stock_id);
CREATE TABLE shop_bare (id serial PRIMARY KEY, note text, rating numeric(4, 2) CHECK (rating >= 0));
