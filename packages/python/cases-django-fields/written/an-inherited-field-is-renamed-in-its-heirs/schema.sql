CREATE TABLE shop_a (id serial PRIMARY KEY, made timestamptz NOT NULL DEFAULT now());
CREATE TABLE shop_b (id serial PRIMARY KEY, made timestamptz NOT NULL DEFAULT now());
CREATE INDEX made_idx ON shop_a (made DESC);
