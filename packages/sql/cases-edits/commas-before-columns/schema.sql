CREATE TABLE IF NOT EXISTS items (
    id int PRIMARY KEY -- the key
  , name text -- what it is
  , price int
  , CONSTRAINT price_check CHECK (price > 0)
);
