CREATE TABLE IF NOT EXISTS stocks (id bigint);
CREATE TABLE IF NOT EXISTS stocks (id bigint, sector text);
CREATE TABEL wrong (id int);
CREATE TABLE IF NOT EXISTS right_again (id int);
