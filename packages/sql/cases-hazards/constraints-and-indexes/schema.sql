CREATE TABLE stocks (id SERIAL PRIMARY KEY, symbol VARCHAR(10), price NUMERIC(12, 4), seen TIMESTAMPTZ, "Kind" TEXT, n BIGINT, CHECK (price IS NOT NULL));
CREATE TABLE trades (id SERIAL PRIMARY KEY, stock_id INTEGER, note TEXT);
CREATE UNIQUE INDEX uq_trades_note ON trades (note);
CREATE DOMAIN amount AS NUMERIC(10, 2);
CREATE TABLE bills (id INT PRIMARY KEY, total amount);
