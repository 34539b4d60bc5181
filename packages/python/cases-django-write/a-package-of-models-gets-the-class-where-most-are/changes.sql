CREATE TABLE trades (
    id serial PRIMARY KEY,
    venue_id integer NOT NULL REFERENCES market_venue (id),
    size integer NOT NULL,
    note text,
    CONSTRAINT ck_size CHECK (size > 0)
);
CREATE INDEX idx_trades_size ON trades (size);
CREATE INDEX idx_trades_venue ON trades (venue_id);
