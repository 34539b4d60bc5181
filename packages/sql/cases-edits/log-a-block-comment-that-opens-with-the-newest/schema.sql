/* Version 1.1.0 (2026-01-15)
     - Added name

   Version 1.0.0 (2026-01-05)
     - Initial schema */
CREATE TABLE IF NOT EXISTS stocks (id bigint);
