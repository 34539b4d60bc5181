CREATE TABLE a (
  id INT PRIMARY KEY,
  code VARCHAR(20) UNIQUE,
  kind VARCHAR(20) UNIQUE KEY,
  title VARCHAR(200),
  body TEXT,
  UNIQUE (code, kind),
  UNIQUE KEY `by_title` (title(20)),
  KEY (title),
  INDEX title_kind (title DESC, kind) COMMENT 'newest first',
  FULLTEXT KEY `searched` (title, body),
  KEY USING HASH (kind)
);
CREATE UNIQUE INDEX a_kind_title ON a (kind, title) USING BTREE;
CREATE INDEX a_title ON a (title(10)) KEY_BLOCK_SIZE = 8 ALGORITHM = INPLACE LOCK = NONE;
CREATE FULLTEXT INDEX a_body ON a (body);
CREATE INDEX IF NOT EXISTS a_title ON a (title(10));
CREATE TABLE m (a INT, b INT, KEY (a), KEY b USING BTREE (b)) ENGINE=MEMORY;

-- A prefix that is as long as its column is no prefix, and a unique key of such is a constraint.
CREATE TABLE prefixes (
    code varchar(20),
    name varchar(100),
    hash binary(16),
    note text,
    KEY ix_whole (code(20), name(50)),
    KEY ix_longer (hash(16), note(20)),
    UNIQUE KEY uq_whole (code(20)),
    UNIQUE KEY uq_part (name(20))
);
