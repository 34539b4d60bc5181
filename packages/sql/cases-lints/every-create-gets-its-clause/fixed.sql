-- Comments, odd spacing and CRLF are another case; this one has every kind of CREATE.
CREATE SCHEMA IF NOT EXISTS market;
CREATE EXTENSION IF NOT EXISTS citext WITH SCHEMA public;
CREATE SEQUENCE IF NOT EXISTS ticket_numbers START 100;
CREATE TABLE IF NOT EXISTS stocks (
    id bigint PRIMARY KEY, -- the key
    symbol varchar(10) NOT NULL
);
CREATE UNLOGGED TABLE IF NOT EXISTS market."Odd Name" (id int);
create table if not exists prices (id int, at date) partition by range (at);
CREATE TABLE IF NOT EXISTS prices_2026 PARTITION OF prices FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE IF NOT EXISTS copied AS SELECT * FROM stocks;
CREATE UNIQUE INDEX IF NOT EXISTS stocks_symbol ON stocks (symbol);
CREATE INDEX IF NOT EXISTS stocks_lower_idx ON stocks (lower(symbol));
create index if not exists stocks_symbol_id_idx on stocks (symbol, id);
CREATE INDEX IF NOT EXISTS "Odd Name_id_idx" on market."Odd Name" (id);
CREATE OR REPLACE VIEW names AS SELECT symbol FROM stocks;
CREATE MATERIALIZED VIEW IF NOT EXISTS totals AS SELECT count(*) AS n FROM stocks;
CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- CREATE TABLE inside_a_body (id int);
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER touched BEFORE UPDATE ON stocks FOR EACH ROW EXECUTE FUNCTION touch();
CREATE OR REPLACE RULE nothing AS ON DELETE TO market."Odd Name" DO INSTEAD NOTHING;
CREATE STATISTICS IF NOT EXISTS spread ON id, symbol FROM stocks;
CREATE COLLATION IF NOT EXISTS german FROM "C";
CREATE OR REPLACE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int, INITCOND = '0');
