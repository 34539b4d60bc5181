-- add column Stocks.a
-- problem: The table Stocks is not in the canonical schema. There is stocks.

-- add column stocks.a
-- problem: The column a has no type.

-- add column stocks.a
-- problem: The default zero names a column, which no default can. Put a text into quotes: 'zero'.

-- add column stocks.a
-- problem: A column cannot be nullable and NOT NULL.

-- add column stocks.symbol
ALTER TABLE stocks ADD COLUMN symbol integer;
-- problem: ALTER TABLE stocks: column stocks.symbol already exists.

-- add column stocks.a
-- problem: The column stocks.nothing is not in the canonical schema.

-- add column stocks.a
-- problem: The table nowhere is not in the canonical schema.

-- add column stocks.a
-- problem: ON DELETE knows no action, restrict, cascade, set null, set default, and not "explode".

-- add column stocks.a
ALTER TABLE stocks ADD COLUMN a varchr(10);
-- problem: ALTER TABLE stocks: stocks.a is of type varchr, which does not exist.

-- add table t
-- problem: "a" gives no type: write a:type, as in a:varchar(100).

-- add table t
-- problem: "notnull" in "a:int:notnull" is not known; known are not-null, null, nullable, unique, index, primary-key, default, references, on-delete, on-update, check, comment.

-- add table a.b.c
-- problem: "a.b.c" is not a table's name.

-- add table stocks
CREATE TABLE stocks (
    id serial PRIMARY KEY,
    a integer
);
-- problem: CREATE TABLE stocks: table stocks already exists.

-- add index on stocks ()
-- problem: The index on stocks has no columns.

-- add index on stocks (nothing)
CREATE INDEX idx_stocks_nothing ON stocks (nothing);
-- problem: CREATE INDEX idx_stocks_nothing: column stocks.nothing does not exist.

-- add foreign key to stocks
-- problem: A constraint is one of unique, check, primaryKey and references: give exactly one of them.

-- add foreign key to stocks
-- problem: A foreign key needs the columns that it is on.

-- alter column stocks.price
-- problem: Nothing is to be altered.

-- alter column stocks.nothing
-- problem: The column stocks.nothing is not in the canonical schema.

-- drop index nothing
-- problem: The index nothing is not in the canonical schema.

-- rename column stocks.nothing to a
ALTER TABLE stocks RENAME COLUMN nothing TO a;
-- problem: ALTER TABLE stocks: column stocks.nothing does not exist.

-- rename column stocks.price to symbol
ALTER TABLE stocks RENAME COLUMN price TO symbol;
-- problem: ALTER TABLE stocks: column stocks.symbol already exists.

-- drop table nothing
-- problem: The table nothing is not in the canonical schema.
