CREATE TABLE IF NOT EXISTS stocks (id bigint);

/*
 * VERSION 1.0.0 (2026-01-05)
 *   1) Initial schema
 *
 * VERSION 1.1.1 (2026-01-15)
 *   1) Added name
 */
