-- ==================
-- The schema
-- ==================

CREATE TABLE IF NOT EXISTS stocks (id bigint);