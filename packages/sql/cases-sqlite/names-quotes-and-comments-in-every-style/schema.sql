/* A file; with a comment */
PRAGMA foreign_keys = ON;
.mode column
BEGIN TRANSACTION;
CREATE TABLE "quoted" ([bracketed] INTEGER, `ticked` TEXT, "a ""b""" TEXT, 'stringy' TEXT DEFAULT 'it''s', type TEXT, key TEXT, -- the key
  Mixed VARCHAR( 20 ) COLLATE NOCASE, plain, "of two words" UNSIGNED BIG INT);
CREATE TABLE main.[Order Details] (OrderID INTEGER NOT NULL, ProductID INT, PRIMARY KEY ("OrderID", "productid"), FOREIGN KEY ([OrderID]) REFERENCES quoted ([Bracketed]));
CREATE INDEX IF NOT EXISTS "by mixed" ON QUOTED (mixed, "TICKED" COLLATE RTRIM DESC);
COMMIT;
