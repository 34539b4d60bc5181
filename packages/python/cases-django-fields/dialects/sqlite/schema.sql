CREATE TABLE shop_exchange (
  id integer PRIMARY KEY AUTOINCREMENT,
  code varchar(10) NOT NULL UNIQUE
);

CREATE TABLE shop_stock (
  id integer PRIMARY KEY AUTOINCREMENT,
  symbol varchar(10) NOT NULL,
  note text NOT NULL,
  active bool NOT NULL DEFAULT 1,
  lots integer unsigned NOT NULL DEFAULT 0 CHECK (lots >= 0),
  small_rank smallint,
  rank int,
  volume bigint NOT NULL,
  ratio real,
  traded date,
  opened time,
  changed datetime NOT NULL,
  picture blob,
  address char(39),
  token char(32) NOT NULL,
  exchange_id bigint NOT NULL REFERENCES shop_exchange (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT stock_of_exchange UNIQUE (exchange_id, symbol),
  CONSTRAINT lots_or_volume CHECK (lots > 0 OR volume > 0)
);

CREATE INDEX by_volume ON shop_stock (volume DESC, symbol);
CREATE INDEX live_stocks ON shop_stock (symbol) WHERE traded IS NULL;
CREATE UNIQUE INDEX symbol_any_case ON shop_stock (lower(symbol));
