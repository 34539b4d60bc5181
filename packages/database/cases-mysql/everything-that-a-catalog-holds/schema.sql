CREATE TABLE companies (
  id int NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'counts up',
  name varchar(100) NOT NULL,
  code char(8) COLLATE utf8mb4_bin NOT NULL,
  legacy varchar(20) CHARACTER SET latin1 DEFAULT NULL,
  UNIQUE KEY companies_code_key (code)
) COMMENT='Those that are listed';

CREATE TABLE stocks (
  id bigint unsigned NOT NULL AUTO_INCREMENT,
  company_id int NOT NULL,
  parent_id bigint unsigned DEFAULT NULL REFERENCES stocks (id) ON DELETE SET NULL,
  symbol varchar(10) NOT NULL DEFAULT '',
  quoted varchar(20) NOT NULL DEFAULT 'it''s \\ "so"',
  price decimal(10,2) NOT NULL DEFAULT 0.00,
  lots int(11) DEFAULT 1,
  flag tinyint(1) NOT NULL DEFAULT 1,
  small smallint unsigned zerofill,
  ratio double DEFAULT 1.5,
  kind enum('stock','it''s','fund') NOT NULL DEFAULT 'stock',
  tags set('a','b'),
  mask bit(4) DEFAULT b'101',
  raw varbinary(16),
  padded binary(3) DEFAULT 'a',
  body longtext,
  data json DEFAULT (json_object('it''s', 'a\\b')),
  checked longtext CHECK (json_valid(checked)),
  ident binary(16) NOT NULL DEFAULT (uuid_to_bin(uuid())),
  points vector(4),
  hidden int INVISIBLE,
  opened date DEFAULT (current_date),
  noon time DEFAULT '12:00:00',
  founded year DEFAULT 1999,
  created datetime(6) NOT NULL DEFAULT current_timestamp(6),
  changed timestamp NOT NULL DEFAULT current_timestamp ON UPDATE current_timestamp,
  doubled decimal(12,2) GENERATED ALWAYS AS (price * 2) STORED,
  label varchar(30) AS (concat(symbol, '!')) VIRTUAL,
  PRIMARY KEY (id),
  UNIQUE KEY symbol (symbol),
  UNIQUE KEY uq_prefix (body(20)),
  UNIQUE KEY uq_pair (company_id, symbol),
  UNIQUE KEY uq_lower ((lower(symbol))),
  KEY idx_created (created DESC),
  KEY idx_prefix (quoted(5), price),
  KEY idx_concat ((concat(symbol, 'it''s', '\\')) DESC, price),
  KEY idx_unseen (ratio) INVISIBLE,
  FULLTEXT KEY ft_body (body),
  CONSTRAINT fk_company FOREIGN KEY (company_id) REFERENCES companies (id) ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT ck_price CHECK (price >= 0 AND kind IN ('stock', 'fund')),
  CHECK (lots > 0 OR lots IS NULL),
  CONSTRAINT ck_quoted CHECK (quoted <> 'it''s' AND quoted NOT LIKE 'a\\%'),
  CONSTRAINT ck_flag CHECK (flag AND NOT small),
  CONSTRAINT ck_symbol CHECK (symbol REGEXP '^[A-Z]+\\.$')
);

CREATE TABLE places (
  id int NOT NULL PRIMARY KEY,
  spot point NOT NULL SRID 4326,
  SPATIAL KEY idx_spot (spot)
);

CREATE TABLE parts (
  stock_id bigint unsigned NOT NULL,
  number int NOT NULL,
  PRIMARY KEY (stock_id, number),
  CONSTRAINT fk_stock FOREIGN KEY (stock_id) REFERENCES stocks (id),
  CONSTRAINT fk_number FOREIGN KEY (number) REFERENCES places (id)
);

CREATE TABLE events (
  id int NOT NULL,
  day date NOT NULL,
  PRIMARY KEY (id, day)
) PARTITION BY RANGE (year(day)) (PARTITION p0 VALUES LESS THAN (2020), PARTITION p1 VALUES LESS THAN MAXVALUE);

CREATE VIEW cheap AS SELECT id FROM stocks WHERE price < 1;
CREATE TRIGGER stocks_changed BEFORE UPDATE ON stocks FOR EACH ROW SET NEW.lots = NEW.lots;
CREATE FUNCTION one() RETURNS int DETERMINISTIC NO SQL RETURN 1;
CREATE PROCEDURE nothing() SELECT 1;
CREATE EVENT daily ON SCHEDULE EVERY 1 DAY DO SELECT 1;
