CREATE TABLE t (a INT, b INT, c INT, n DECIMAL(10, 2), s VARCHAR(20), u VARCHAR(20), d DATETIME, j LONGTEXT, `order` INT);
INSERT INTO t VALUES
  (0, 0, 0, 0, '', 'x', '2020-01-01 00:00:00', '{"x": 1}', 1),
  (1, 2, 3, 1.5, 'x', 'it''s', '2020-06-01 12:00:00', '{"x": 2}', 2),
  (2, 1, 0, -2.25, 'y%', 'back\\slash', '2021-01-01 00:00:00', '[]', 0),
  (5, 5, 7, 10, 'abc', 'ABC', NULL, NULL, NULL),
  (NULL, 1, 0, NULL, NULL, 'x', '2019-01-01 00:00:00', '1', 5),
  (3, NULL, 1, 3, 'it''s', NULL, '2022-01-01 00:00:00', 'null', 3);
