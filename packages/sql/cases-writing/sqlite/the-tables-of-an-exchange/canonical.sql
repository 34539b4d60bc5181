-- ===========================================================================
-- Canonical database schema
-- ===========================================================================
-- SINGLE SOURCE OF TRUTH. The models and migrations of this workspace mirror
-- this file: change this file first, verify-schema says who has not followed
-- yet.
--
-- Every statement is idempotent: the file may be run on an empty database and
-- on one that it made before. Document each change in the version section.
-- ===========================================================================

-- ---------------------------------------------------------------------------
-- exchanges
-- ---------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS exchanges (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code VARCHAR(10) NOT NULL UNIQUE,
    owner_id INTEGER
);

-- ---------------------------------------------------------------------------
-- later
-- ---------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS later (
    id INT NOT NULL PRIMARY KEY
);

-- ---------------------------------------------------------------------------
-- pairs
-- ---------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS pairs (
    a INT NOT NULL REFERENCES later (id),
    b TEXT NOT NULL,
    PRIMARY KEY (a, b)
);

-- ---------------------------------------------------------------------------
-- stocks
-- ---------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS stocks (
    id INTEGER PRIMARY KEY,
    exchange_id INTEGER NOT NULL REFERENCES exchanges (id) DEFERRABLE INITIALLY DEFERRED,
    symbol VARCHAR(10) COLLATE nocase NOT NULL,
    price DECIMAL(12,4) DEFAULT 0,
    doc TEXT,
    seen DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    made TEXT DEFAULT (lower('X')),
    twice DECIMAL GENERATED ALWAYS AS (exchange_id * 2) STORED,
    anything,
    CONSTRAINT uq_stocks UNIQUE (exchange_id, symbol),
    CHECK (json_valid(doc)),
    CONSTRAINT ck_price CHECK (price >= 0)
);

CREATE INDEX IF NOT EXISTS idx_symbol ON stocks ((lower(symbol)), price DESC) WHERE price > 0;

-- ===========================================================================
-- VERSION TRACKING
-- ===========================================================================
-- Version 1.0.0 (2026-11-23)
--   - Initial schema: exchanges, later, pairs, stocks
-- ===========================================================================
