CREATE TABLE shop_big (id bigserial PRIMARY KEY, note text NOT NULL);
CREATE TABLE shop_given (code varchar(5) PRIMARY KEY);
