ALTER TABLE items ADD COLUMN at timestamptz NOT NULL DEFAULT now();
ALTER TABLE items ADD COLUMN very_long numeric(5,1);
ALTER TABLE items ADD CONSTRAINT big CHECK (price > 1);
ALTER TABLE items ALTER COLUMN name TYPE text;
CREATE INDEX items_at ON items (at DESC);
CREATE TABLE boxes (id int PRIMARY KEY, item int REFERENCES items(id));
