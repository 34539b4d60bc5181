CREATE TABLE IF NOT EXISTS stocks (id bigint PRIMARY KEY, symbol varchar(10));
CREATE TABLE IF NOT EXISTS prices (id bigint PRIMARY KEY, currency text);
CREATE TABLE IF NOT EXISTS pairs (id bigint PRIMARY KEY, n int);
CREATE TABLE IF NOT EXISTS late (id bigint PRIMARY KEY);
-- Version 1.1.0 (2026-01-15)
--   - Added n to pairs
