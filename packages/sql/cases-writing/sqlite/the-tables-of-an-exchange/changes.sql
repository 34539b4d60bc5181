ALTER TABLE stocks ADD COLUMN market_cap bigint NOT NULL DEFAULT 0;
CREATE INDEX idx_market_cap ON stocks (market_cap DESC);
ALTER TABLE stocks MODIFY COLUMN symbol varchar(20) COLLATE nocase NOT NULL;
ALTER TABLE stocks ALTER COLUMN price DROP DEFAULT;
ALTER TABLE exchanges RENAME COLUMN owner_id TO parent_id;
ALTER TABLE exchanges ADD CONSTRAINT fk_parent FOREIGN KEY (parent_id) REFERENCES exchanges (id);
ALTER TABLE stocks DROP COLUMN doc;
ALTER TABLE stocks ADD CONSTRAINT ck_cap CHECK (market_cap >= 0);
CREATE TABLE notes (id integer PRIMARY KEY AUTOINCREMENT, stock_id integer NOT NULL REFERENCES stocks (id), body text NOT NULL);
