CREATE TABLE IF NOT EXISTS exchanges (
    id integer PRIMARY KEY AUTOINCREMENT,
    code varchar(10) NOT NULL UNIQUE,
    owner_id integer
);

CREATE TABLE IF NOT EXISTS later (
    id int NOT NULL PRIMARY KEY
);

CREATE TABLE IF NOT EXISTS pairs (
    a int NOT NULL REFERENCES later (id),
    b text NOT NULL,
    PRIMARY KEY (a, b)
);

CREATE TABLE IF NOT EXISTS stocks (
    id integer PRIMARY KEY,
    exchange_id integer NOT NULL REFERENCES exchanges (id) DEFERRABLE INITIALLY DEFERRED,
    symbol varchar(10) COLLATE nocase NOT NULL,
    price decimal(12,4) DEFAULT 0,
    doc text,
    seen datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
    made text DEFAULT (lower('X')),
    twice decimal GENERATED ALWAYS AS (exchange_id * 2) STORED,
    anything,
    CONSTRAINT uq_stocks UNIQUE (exchange_id, symbol),
    CHECK (json_valid(doc)),
    CONSTRAINT ck_price CHECK (price >= 0)
);
CREATE INDEX IF NOT EXISTS idx_symbol ON stocks ((lower(symbol)), price DESC) WHERE price > 0;
