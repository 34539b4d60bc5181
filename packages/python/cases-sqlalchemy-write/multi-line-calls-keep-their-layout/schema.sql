CREATE TABLE orders (
    id BIGSERIAL PRIMARY KEY,
    total NUMERIC(10, 2) NOT NULL DEFAULT 0,
    state VARCHAR(20) NOT NULL DEFAULT 'new',
    placed_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT total_positive CHECK (total >= 0)
);
CREATE INDEX idx_orders_state ON orders (state, placed_at DESC);
COMMENT ON TABLE orders IS 'What is bought';
