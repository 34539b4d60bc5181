-- Comments, odd spacing and CRLF are another case; this one has every kind of CREATE.
CREATE SCHEMA market;
CREATE EXTENSION citext WITH SCHEMA public;
CREATE SEQUENCE ticket_numbers START 100;
CREATE TABLE stocks (
    id bigint PRIMARY KEY, -- the key
    symbol varchar(10) NOT NULL
);
CREATE UNLOGGED TABLE market."Odd Name" (id int);
create table prices (id int, at date) partition by range (at);
CREATE TABLE prices_2026 PARTITION OF prices FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE copied AS SELECT * FROM stocks;
CREATE UNIQUE INDEX stocks_symbol ON stocks (symbol);
CREATE INDEX ON stocks (lower(symbol));
create index on stocks (symbol, id);
CREATE INDEX on market."Odd Name" (id);
CREATE VIEW names AS SELECT symbol FROM stocks;
CREATE MATERIALIZED VIEW totals AS SELECT count(*) AS n FROM stocks;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- CREATE TABLE inside_a_body (id int);
  RETURN NEW;
END $$;
CREATE TRIGGER touched BEFORE UPDATE ON stocks FOR EACH ROW EXECUTE FUNCTION touch();
CREATE RULE nothing AS ON DELETE TO market."Odd Name" DO INSTEAD NOTHING;
CREATE STATISTICS spread ON id, symbol FROM stocks;
CREATE COLLATION german FROM "C";
CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int, INITCOND = '0');
