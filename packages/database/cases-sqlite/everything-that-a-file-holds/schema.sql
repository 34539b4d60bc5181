CREATE TABLE IF NOT EXISTS companies (
  id integer NOT NULL PRIMARY KEY AUTOINCREMENT,
  name varchar(100) NOT NULL COLLATE NOCASE,
  "group" TEXT DEFAULT 'a''b'
);

CREATE TABLE main.stocks (
  id INTEGER PRIMARY KEY, -- the row's own number
  company_id bigint NOT NULL REFERENCES companies (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  parent_id INTEGER REFERENCES stocks,
  symbol VARCHAR ( 10 ) NOT NULL DEFAULT '',
  price decimal(10, 2) NOT NULL DEFAULT 0 CHECK (price >= 0),
  flag bool NOT NULL DEFAULT 1,
  ratio double  precision DEFAULT -1.5,
  anything,
  data text CHECK (JSON_VALID(data) OR data IS NULL),
  created datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  opened date DEFAULT (date('now')),
  doubled decimal GENERATED ALWAYS AS (price * 2) STORED,
  label text AS (symbol || '!'),
  CONSTRAINT uq_pair UNIQUE (company_id, symbol),
  UNIQUE (symbol),
  CONSTRAINT ck_symbol CHECK (symbol <> '' AND length(symbol) <= 10)
);

CREATE INDEX idx_created ON stocks (created DESC, symbol COLLATE NOCASE);

CREATE UNIQUE INDEX idx_open ON stocks (lower(symbol)) WHERE flag = 1 AND price > 0;

CREATE TABLE parts (
  stock_id integer NOT NULL,
  number integer NOT NULL,
  PRIMARY KEY (stock_id, number),
  FOREIGN KEY (stock_id) REFERENCES stocks (id) ON UPDATE RESTRICT ON DELETE SET NULL
) WITHOUT ROWID;

CREATE TABLE strict_ones (id INT PRIMARY KEY, body BLOB NOT NULL) STRICT;

ALTER TABLE parts ADD COLUMN note text;

ALTER TABLE companies RENAME COLUMN name TO title;

CREATE VIEW cheap AS SELECT id FROM stocks WHERE price < 1;

CREATE TRIGGER stocks_changed AFTER UPDATE ON stocks BEGIN SELECT 1; END;

CREATE VIRTUAL TABLE notes USING fts4(body);
