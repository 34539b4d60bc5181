CREATE TABLE IF NOT EXISTS stocks (id bigint);

--version v1 (2026-01-05)
