CREATE TABLE option_quotes (
    id serial PRIMARY KEY,
    stock_id integer NOT NULL REFERENCES stocks (id),
    kind varchar(4) NOT NULL,
    price numeric(12,4),
    quoted_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT ck_kind CHECK (kind IN ('call', 'put')),
    CONSTRAINT uq_quote UNIQUE (stock_id, kind)
);
CREATE INDEX idx_quotes_at ON option_quotes (quoted_at DESC) WHERE price IS NOT NULL;
CREATE INDEX option_quotes_stock_id ON option_quotes (stock_id);
COMMENT ON TABLE option_quotes IS 'What options were quoted at';
CREATE TABLE market_venue (id serial PRIMARY KEY, name varchar(50) NOT NULL);
