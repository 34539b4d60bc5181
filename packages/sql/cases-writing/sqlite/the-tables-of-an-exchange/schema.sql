-- Markets and what is traded there

CREATE TABLE IF NOT EXISTS "exchanges" (
    "id" integer NOT NULL PRIMARY KEY AUTOINCREMENT,
    "code" varchar(10) NOT NULL UNIQUE,
    "owner_id" integer NULL
);

-- Stocks
CREATE TABLE IF NOT EXISTS stocks (
    id          INTEGER PRIMARY KEY,
    exchange_id integer       NOT NULL REFERENCES exchanges (id) DEFERRABLE INITIALLY DEFERRED,
    symbol      varchar(10)   NOT NULL COLLATE NOCASE,
    price       decimal(12,4) DEFAULT 0, -- in cents
    doc         text          CHECK (json_valid(doc)),
    seen        datetime      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    made        text          DEFAULT (lower('X')),
    twice       decimal       GENERATED ALWAYS AS (exchange_id * 2) STORED,
    anything,
    CONSTRAINT uq_stocks UNIQUE (exchange_id, symbol),
    CONSTRAINT ck_price CHECK (price >= 0)
);
CREATE INDEX IF NOT EXISTS idx_symbol ON stocks (lower(symbol), price DESC) WHERE price > 0;

CREATE TABLE IF NOT EXISTS pairs (a int, b text, PRIMARY KEY (a, b), FOREIGN KEY (a) REFERENCES later (id));
CREATE TABLE IF NOT EXISTS later (id int PRIMARY KEY);

-- Version 1.0.0 (2026-01-01)
--   - Made
