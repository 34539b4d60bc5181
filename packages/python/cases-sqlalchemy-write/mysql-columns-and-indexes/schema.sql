CREATE TABLE exchanges (
  id bigint unsigned NOT NULL AUTO_INCREMENT,
  name varchar(100) NOT NULL,
  PRIMARY KEY (id)
);

CREATE TABLE stocks (
  id int NOT NULL AUTO_INCREMENT,
  symbol varchar(10) NOT NULL,
  size enum('small','large') DEFAULT NULL,
  notes text,
  PRIMARY KEY (id),
  UNIQUE KEY uq_stocks_symbol (symbol)
);
