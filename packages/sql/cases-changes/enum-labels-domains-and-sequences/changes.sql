ALTER TYPE mood ADD VALUE IF NOT EXISTS 'calm' BEFORE 'happy';
CREATE TYPE side AS ENUM ('buy', 'sell');
CREATE DOMAIN amount AS NUMERIC(10, 2) CHECK (VALUE >= 0);
CREATE SEQUENCE tickets;
ALTER TABLE trades ADD side side NOT NULL DEFAULT 'buy', ADD total amount, ADD ticket BIGINT DEFAULT nextval('tickets');
