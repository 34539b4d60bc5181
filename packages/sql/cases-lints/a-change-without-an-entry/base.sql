CREATE TABLE IF NOT EXISTS stocks (id bigint PRIMARY KEY, symbol varchar(10));
CREATE TYPE mood AS ENUM ('calm');
CREATE TABLE IF NOT EXISTS gone (id int);
-- Version 1.0.0 (2025-12-01)
--   - Initial schema
