CREATE TABLE t (
  a INT CHECK (a > 0),
  b VARCHAR(10) CHECK (b IN ('x', 'y') OR b IS NULL),
  c INT NOT NULL,
  document JSON,
  dumped LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`dumped`)),
  CONSTRAINT c_small CHECK (c BETWEEN 1 AND 10),
  CHECK (a < c),
  CHECK (NOT (b = 'x' AND c > 5)),
  CONSTRAINT b_pattern CHECK (b LIKE 'x%' OR b REGEXP '^[a-z]+$'),
  CHECK (char_length(b) > 0 AND coalesce(a, 0) <> 3 OR a & 1 = 0)
);
ALTER TABLE t ADD CONSTRAINT added CHECK (a <> 7), DROP CONSTRAINT c_small;
ALTER TABLE t DROP CONSTRAINT IF EXISTS nowhere;
