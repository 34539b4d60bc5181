-- The stocks we follow.
CREATE TABLE IF NOT EXISTS stocks (
    id bigint PRIMARY KEY, -- the key
    -- What the exchange calls it.
    symbol text,
    note text,
    price numeric
      DEFAULT 0, /* in dollars */
    named int
);
COMMENT ON COLUMN stocks.named IS 'said in SQL';

CREATE TABLE IF NOT EXISTS bare (id int);
-- schema: ignore column-type because it describes nothing
CREATE TABLE IF NOT EXISTS suppressed (
    -- -----------
    id int
);
CREATE TABLE IF NOT EXISTS beside ( -- said beside
    id int  -- and here
);
