CREATE TABLE shop_exchange (
  id bigint AUTO_INCREMENT PRIMARY KEY,
  code varchar(10) NOT NULL UNIQUE
);

CREATE TABLE shop_stock (
  id bigint AUTO_INCREMENT PRIMARY KEY,
  symbol varchar(10) NOT NULL,
  note longtext NOT NULL,
  active tinyint(1) NOT NULL DEFAULT 1,
  lots int unsigned NOT NULL DEFAULT 0 CHECK (lots >= 0),
  small_rank smallint,
  volume bigint NOT NULL,
  ratio double,
  price decimal(10,2) NOT NULL,
  traded date,
  opened time(6),
  changed datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  picture longblob,
  extra json NOT NULL,
  address char(39),
  token uuid NOT NULL,
  exchange_id bigint NOT NULL,
  UNIQUE KEY stock_of_exchange (exchange_id, symbol),
  KEY by_price (price, symbol),
  CONSTRAINT price_positive CHECK (price > 0 AND symbol <> ''),
  CONSTRAINT stock_exchange FOREIGN KEY (exchange_id) REFERENCES shop_exchange (id)
);
