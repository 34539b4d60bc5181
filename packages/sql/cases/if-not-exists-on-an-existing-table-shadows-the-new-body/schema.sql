CREATE TABLE IF NOT EXISTS stocks (id int PRIMARY KEY, symbol varchar(10));
CREATE TABLE IF NOT EXISTS stocks (id int PRIMARY KEY, symbol varchar(12), market_cap bigint, sector text);
CREATE TABLE IF NOT EXISTS stocks (id int PRIMARY KEY, symbol varchar(10));
ALTER TABLE stocks ADD COLUMN IF NOT EXISTS symbol text;
CREATE INDEX IF NOT EXISTS by_symbol ON stocks (symbol);
CREATE INDEX IF NOT EXISTS by_symbol ON stocks (symbol DESC);
CREATE INDEX IF NOT EXISTS by_symbol ON stocks (symbol);
DO $$ BEGIN CREATE TYPE side AS ENUM ('buy'); EXCEPTION WHEN duplicate_object THEN NULL; END $$;
DO $$ BEGIN CREATE TYPE side AS ENUM ('buy', 'sell'); EXCEPTION WHEN duplicate_object THEN NULL; END $$;
