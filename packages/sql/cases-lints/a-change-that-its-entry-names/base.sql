CREATE TABLE stocks (id bigint PRIMARY KEY,
  symbol varchar(10));
CREATE TABLE option_contracts (id bigint PRIMARY KEY, option_type varchar(4));
-- Version 1.0.0 (2025-12-01)
--   - Initial schema
