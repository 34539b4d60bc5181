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
-- Types
-- ---------------------------------------------------------------------------

CREATE SCHEMA IF NOT EXISTS market;

CREATE EXTENSION IF NOT EXISTS citext;

DO $$
BEGIN
    CREATE TYPE market.side AS ENUM ('buy', 'sell');
EXCEPTION
    WHEN duplicate_object OR duplicate_table THEN NULL;
END
$$;

CREATE SEQUENCE IF NOT EXISTS tickets;

DO $$
BEGIN
    CREATE DOMAIN amount AS NUMERIC(10, 2) CHECK (value >= 0);
EXCEPTION
    WHEN duplicate_object OR duplicate_table THEN NULL;
END
$$;

-- ---------------------------------------------------------------------------
-- b
-- ---------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS b (
    id SMALLSERIAL PRIMARY KEY,
    a_id INTEGER
);

-- ---------------------------------------------------------------------------
-- a
-- ---------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS a (
    id SERIAL PRIMARY KEY,
    b_id INTEGER REFERENCES b (id) DEFERRABLE INITIALLY DEFERRED
);

-- ---------------------------------------------------------------------------
-- market.orders: What was ordered.
-- ---------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS market.orders (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parent_id BIGINT REFERENCES market.orders (id),
    side market.side NOT NULL DEFAULT 'buy',
    total amount NOT NULL,
    "order" INTEGER,
    ticket BIGINT DEFAULT nextval('tickets'::regclass),
    done BOOLEAN NOT NULL DEFAULT FALSE,
    email citext,
    at TIMESTAMP(3) WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP,
    tags VARCHAR(20)[] DEFAULT '{}',
    UNIQUE (side, total),
    CHECK (total < 100),
    CONSTRAINT positive CHECK (total > 0)
);

CREATE INDEX IF NOT EXISTS orders_at_lower_idx ON market.orders (at DESC NULLS LAST, lower(email::text)) WHERE done;

COMMENT ON TABLE market.orders IS 'What was ordered. And when.
A second line; with ''quotes''.';
COMMENT ON COLUMN market.orders.at IS 'When';

-- ---------------------------------------------------------------------------
-- When all tables are made
-- ---------------------------------------------------------------------------

DO $$
BEGIN
    ALTER TABLE b ADD CONSTRAINT b_a_id_fkey FOREIGN KEY (a_id) REFERENCES a (id) ON DELETE CASCADE;
EXCEPTION
    WHEN duplicate_object OR duplicate_table THEN NULL;
END
$$;

-- ---------------------------------------------------------------------------
-- Not described here
-- ---------------------------------------------------------------------------

-- not written: view v: listed by name alone

-- ===========================================================================
-- VERSION TRACKING
-- ===========================================================================
-- Version 1.0.0 (2026-11-23)
--   - Initial schema: b, a, market.orders
-- ===========================================================================
