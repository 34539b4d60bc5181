CREATE EXTENSION citext;
CREATE SCHEMA market;
CREATE TYPE market.side AS ENUM ('buy', 'sell');
CREATE DOMAIN amount AS NUMERIC(10, 2) CHECK (VALUE >= 0);
CREATE SEQUENCE tickets;
CREATE TABLE market.orders (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parent_id BIGINT REFERENCES market.orders,
    side market.side NOT NULL DEFAULT 'buy',
    total amount NOT NULL,
    "order" INT,
    ticket BIGINT DEFAULT nextval('tickets'),
    done BOOL NOT NULL DEFAULT false,
    email citext,
    at TIMESTAMPTZ(3) DEFAULT now(),
    tags VARCHAR(20)[] DEFAULT '{}',
    UNIQUE (side, total),
    CONSTRAINT positive CHECK (total > 0),
    CHECK (total < 100)
);
CREATE INDEX ON market.orders (at DESC NULLS LAST, lower(email::text)) WHERE done;
COMMENT ON TABLE market.orders IS 'What was ordered. And when.
A second line; with ''quotes''.';
COMMENT ON COLUMN market.orders.at IS 'When';
CREATE TABLE a (id SERIAL PRIMARY KEY, b_id INT);
CREATE TABLE b (id SMALLSERIAL PRIMARY KEY, a_id INT REFERENCES a ON DELETE CASCADE);
ALTER TABLE a ADD FOREIGN KEY (b_id) REFERENCES b DEFERRABLE INITIALLY DEFERRED;
CREATE VIEW v AS SELECT 1;
