CREATE TABLE IF NOT EXISTS items (
    id int PRIMARY KEY -- the key
  , price int
  , at DATE
  , CONSTRAINT u UNIQUE (at)
);
