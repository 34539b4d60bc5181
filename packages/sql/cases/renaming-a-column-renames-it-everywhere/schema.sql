CREATE TABLE parents (id int PRIMARY KEY, code text UNIQUE, low int, high int, sum int GENERATED ALWAYS AS (low + high) STORED, CHECK (low < high AND low > 0));
CREATE INDEX parents_low ON parents (low, (low * 2)) INCLUDE (code) WHERE low > 5;
CREATE TABLE children (id int PRIMARY KEY, parent_id int REFERENCES parents, parent_code text REFERENCES parents (code));
ALTER TABLE parents RENAME low TO minimum;
ALTER TABLE parents RENAME COLUMN id TO "Key";
ALTER TABLE children RENAME COLUMN parent_id TO owner_id;
