CREATE TABLE IF NOT EXISTS stocks (id bigint);

/*
 * VERSION 1.0.0 (2026-01-05)
 *   1) Initial schema
 *
 * VERSION 1.1.1 (2026-01-15)
 *   1) Added name
 *
 * VERSION 1.2.0 (2026-11-23)
 *   1) Added market_cap column to stocks table
 *   2) Added index on market_cap
 *   3) Migration: django_app/apps/options/migrations/0002_add_market_cap.py
 */
