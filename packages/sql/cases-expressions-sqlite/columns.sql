CREATE TABLE t (a INTEGER, b INTEGER, c INTEGER, n DECIMAL(10, 2), s VARCHAR(20), u TEXT, d DATETIME, j TEXT, "order" INTEGER, x BLOB);
INSERT INTO t VALUES
  (0, 0, 0, 0, '', 'x', '2020-01-01', '{"x": 1}', 1, x'00'),
  (1, 2, 3, 1.5, 'x', 'it''s', '2020-06-01 12:00:00', '{"x": 2}', 2, x'ff'),
  (2, 1, 0, -2.25, 'y%', 'back\slash', '2021-01-01', '[]', 0, NULL),
  (5, 5, 7, 10, 'abc', 'ABC', NULL, NULL, NULL, 'text'),
  (NULL, 1, 0, NULL, NULL, 'x', '2019-01-01', '1', 5, 5),
  (3, NULL, 1, 3, 'it''s', NULL, '2022-01-01', 'null', 3, 1.5);
