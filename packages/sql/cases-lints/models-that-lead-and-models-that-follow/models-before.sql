CREATE TABLE stocks (id bigint PRIMARY KEY, symbol varchar(10));
CREATE TABLE prices (id bigint PRIMARY KEY);
CREATE TABLE pairs (id bigint PRIMARY KEY);
