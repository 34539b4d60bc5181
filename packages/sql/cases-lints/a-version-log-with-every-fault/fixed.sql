CREATE TABLE IF NOT EXISTS stocks (id bigint PRIMARY KEY);

-- Version 1.0.0 (2025-12-01)
--   - Initial schema
-- Version 1.1.0
--   - No date at all
-- Version 1.3.0 (2026-02-30)
--   - No such day
-- Version 1.2.0 (2026-03-01)
--   - Backwards
--   - Migration: migrations/0002_nowhere.py, migrations/0003_nowhere.py
-- Version 1.4.0 (2026-02-01)
-- Version 1.5.0 (2026-03-02)
--   - Another heading
-- Version 1.5.0 (2026-03-03)
--   - Twice
