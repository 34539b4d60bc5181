ALTER TABLE "user" ADD COLUMN points INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "user" ADD COLUMN prefs JSONB;
ALTER TABLE "user" ADD COLUMN referrer_id INTEGER REFERENCES "user" (id);
CREATE INDEX ix_user_points ON "user" (points);
CREATE TABLE api_keys (id BIGSERIAL PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES "user" (id) ON DELETE CASCADE, key TEXT NOT NULL UNIQUE);
CREATE INDEX idx_api_keys_user ON api_keys (user_id);
