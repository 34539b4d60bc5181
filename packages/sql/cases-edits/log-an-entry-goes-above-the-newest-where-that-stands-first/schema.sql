-- The schema

-- Version 2.1 (2026-01-15)
--  * Added name
--
--
-- Version 2.0 (2026-01-05)
--  * Initial schema

CREATE TABLE IF NOT EXISTS stocks (id bigint);
