-- Markets and what is traded there

CREATE TABLE IF NOT EXISTS "exchanges" (
    "id" integer NOT NULL PRIMARY KEY AUTOINCREMENT,
    "code" varchar(10) NOT NULL UNIQUE,
    "parent_id" integer NULL,
    CONSTRAINT fk_parent FOREIGN KEY (parent_id) REFERENCES exchanges (id)
);

-- Stocks
CREATE TABLE IF NOT EXISTS stocks (
    id          INTEGER PRIMARY KEY,
    exchange_id integer       NOT NULL REFERENCES exchanges (id) DEFERRABLE INITIALLY DEFERRED,
    symbol      varchar(20)   NOT NULL COLLATE NOCASE,
    price       decimal(12,4), -- in cents
    seen        datetime      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    made        text          DEFAULT (lower('X')),
    twice       decimal       GENERATED ALWAYS AS (exchange_id * 2) STORED,
    anything,
    market_cap  bigint NOT NULL DEFAULT 0,
    CONSTRAINT uq_stocks UNIQUE (exchange_id, symbol),
    CONSTRAINT ck_price CHECK (price >= 0),
    CONSTRAINT ck_cap CHECK (market_cap >= 0)
);
CREATE INDEX IF NOT EXISTS idx_symbol ON stocks (lower(symbol), price DESC) WHERE price > 0;
CREATE INDEX IF NOT EXISTS idx_market_cap ON stocks (market_cap DESC);

CREATE TABLE IF NOT EXISTS pairs (a int, b text, PRIMARY KEY (a, b), FOREIGN KEY (a) REFERENCES later (id));
CREATE TABLE IF NOT EXISTS later (id int PRIMARY KEY);

CREATE TABLE IF NOT EXISTS notes (
    id integer PRIMARY KEY AUTOINCREMENT,
    stock_id integer NOT NULL REFERENCES stocks (id),
    body text NOT NULL
);

-- Version 1.0.0 (2026-01-01)
--   - Made
