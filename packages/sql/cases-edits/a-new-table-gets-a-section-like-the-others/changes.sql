CREATE TYPE mood AS ENUM ('good', 'bad');
CREATE TABLE watchlists (id serial PRIMARY KEY, name varchar(50) NOT NULL UNIQUE, stock_id bigint REFERENCES stocks ON DELETE CASCADE, mood mood NOT NULL DEFAULT 'good', made timestamptz DEFAULT now());
CREATE INDEX idx_watchlists_stock ON watchlists (stock_id);
COMMENT ON TABLE watchlists IS 'Stocks that somebody watches';
