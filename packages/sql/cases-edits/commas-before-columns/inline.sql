CREATE TABLE IF NOT EXISTS items (
    id int PRIMARY KEY -- the key
  , price int
  , at date
  , CONSTRAINT u UNIQUE (at)
);
