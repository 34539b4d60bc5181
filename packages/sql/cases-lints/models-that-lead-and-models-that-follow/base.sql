CREATE TABLE IF NOT EXISTS stocks (id bigint PRIMARY KEY, symbol varchar(10));
CREATE TABLE IF NOT EXISTS prices (id bigint PRIMARY KEY, currency text);
CREATE TABLE IF NOT EXISTS pairs (id bigint PRIMARY KEY);
CREATE TABLE IF NOT EXISTS late (id bigint PRIMARY KEY);
