ALTER TABLE orders ADD COLUMN shipped_at TIMESTAMPTZ;
ALTER TABLE orders ADD COLUMN paid BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE orders ALTER COLUMN state TYPE VARCHAR(30);
ALTER TABLE orders ALTER COLUMN state SET DEFAULT 'open';
ALTER TABLE orders ALTER COLUMN total DROP DEFAULT;
CREATE INDEX idx_orders_placed ON orders (placed_at DESC);
ALTER TABLE orders ADD CONSTRAINT known_state CHECK (state IN ('open', 'done'));
COMMENT ON TABLE orders IS 'What was bought';
