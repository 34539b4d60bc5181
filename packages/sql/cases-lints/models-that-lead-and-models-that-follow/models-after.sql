CREATE TABLE stocks (id bigint PRIMARY KEY, symbol varchar(12), sector text);
CREATE TABLE prices (id bigint PRIMARY KEY, currency text);
CREATE TABLE pairs (id bigint PRIMARY KEY, n int);
CREATE TABLE late (id bigint PRIMARY KEY);
CREATE TABLE ahead (id bigint PRIMARY KEY);
