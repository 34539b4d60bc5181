CREATE TABLE a (id int PRIMARY KEY, at timestamptz NOT NULL DEFAULT now());
