-- add column trades.venue
ALTER TABLE trades ADD COLUMN venue character varying(10) CONSTRAINT uq_trades_venue UNIQUE CONSTRAINT ck_trades_venue CHECK (venue <> '');
CREATE INDEX ix_trades_venue ON trades (venue);

-- add column trades.hedge_id
ALTER TABLE trades ADD COLUMN hedge_id bigint CONSTRAINT fk_trades_hedge_id REFERENCES stocks (id) ON DELETE SET NULL;

-- add index on stocks (exchange)
CREATE INDEX ix_stocks_exchange_2 ON stocks (exchange);

-- add index on stocks (lower(symbol), price desc)
CREATE UNIQUE INDEX ix_stocks_symbol_price ON stocks (lower(symbol), price desc);

-- add unique constraint on symbol, exchange to stocks
ALTER TABLE stocks ADD CONSTRAINT uq_stocks_symbol_exchange UNIQUE (symbol, exchange);

-- add check to stocks
ALTER TABLE stocks ADD CONSTRAINT ck_stocks_exchange_price CHECK (price < 100 AND exchange <> '');

-- add table quotes
CREATE TABLE quotes (
    id serial PRIMARY KEY,
    stock_id bigint NOT NULL CONSTRAINT fk_quotes_stock_id REFERENCES stocks (id),
    symbol text CONSTRAINT uq_quotes_symbol UNIQUE,
    CONSTRAINT uq_quotes_stock_id_symbol UNIQUE (stock_id, symbol)
);
CREATE INDEX ix_quotes_stock_id ON quotes (stock_id);
