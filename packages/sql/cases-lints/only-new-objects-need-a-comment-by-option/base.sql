CREATE TABLE IF NOT EXISTS stocks (id bigint PRIMARY KEY, symbol text);
