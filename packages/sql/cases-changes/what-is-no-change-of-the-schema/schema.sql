CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE IF NOT EXISTS stocks (
    id SERIAL PRIMARY KEY,
    symbol VARCHAR(10) NOT NULL UNIQUE,
    price NUMERIC(12, 4) CHECK (price > 0),
    feeling mood
);
CREATE INDEX IF NOT EXISTS idx_stocks_price ON stocks (price);
CREATE TABLE IF NOT EXISTS trades (
    id SERIAL PRIMARY KEY,
    stock_id INTEGER NOT NULL REFERENCES stocks (id) ON DELETE CASCADE,
    note TEXT
);
