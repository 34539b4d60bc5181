-- add column stocks.a"; DROP TABLE stocks; --
ALTER TABLE stocks ADD COLUMN "a""; DROP TABLE stocks; --" integer;

-- add column stocks.a
-- problem: "int; DROP TABLE stocks" is not a type that PostgreSQL understands: "int; DROP TABLE stocks" is not a type.

-- add column stocks.a
-- problem: "int, ADD COLUMN b int" is not a type that PostgreSQL understands: syntax error at or near "b".

-- add column stocks.a
-- problem: "int DEFAULT 1" is not a type that PostgreSQL understands: syntax error at or near "1".

-- add column stocks.a
-- problem: "0); DROP TABLE stocks; --" is not an expression that PostgreSQL understands: syntax error at or near ")".

-- add column stocks.a
-- problem: "0 -- x" has a comment in it.

-- add column stocks.a
-- problem: "0 /* x */" has a comment in it.

-- add column stocks.a
ALTER TABLE stocks ADD COLUMN a text DEFAULT '; DROP TABLE stocks; --';

-- add column stocks.a
-- problem: "a > 0) NOT VALID, ADD CHECK (a < 9" is not an expression that PostgreSQL understands: syntax error at or near "VALID".

-- add column stocks.a
ALTER TABLE stocks ADD COLUMN a integer;
COMMENT ON COLUMN stocks.a IS 'it''s''; DROP TABLE stocks; --';

-- add index on stocks (symbol) WHERE (true)
-- problem: "symbol) WHERE (true" is not one column or expression of an index.

-- add index on stocks (symbol, price)
-- problem: "symbol, price" is not one column or expression of an index.

-- add index on stocks (symbol)
CREATE INDEX idx_stocks_symbol_2 ON stocks USING "btree (price); --" (symbol);
-- problem: CREATE INDEX idx_stocks_symbol_2: the index method btree (price); -- does not exist.

-- add index on stocks (symbol)
-- problem: "true; DROP TABLE stocks" is not an expression that PostgreSQL understands: syntax error at or near ";".

-- alter column stocks.price
-- problem: "1, DROP COLUMN kind" is not an expression that PostgreSQL understands: syntax error at or near "COLUMN".

-- rename table stocks to x; DROP TABLE stocks
ALTER TABLE stocks RENAME TO "x; DROP TABLE stocks";
