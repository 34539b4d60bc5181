CREATE TABLE stocks (
    id serial PRIMARY KEY,
    symbol varchar(10) NOT NULL,
    name text NOT NULL,
    sector varchar(100),
    tags jsonb NOT NULL,
    cap bigint,
    price numeric(10,2) NOT NULL,
    listed date NOT NULL,
    is_active boolean NOT NULL
);
CREATE INDEX idx_stocks_sector ON stocks (sector);
CREATE INDEX idx_stocks_tags ON stocks USING gin (tags);
