ALTER TABLE stocks ADD COLUMN market_cap BIGINT NOT NULL DEFAULT 0 COMMENT 'In dollars', ADD INDEX idx_market_cap (market_cap DESC);
ALTER TABLE stocks MODIFY COLUMN symbol VARCHAR(20) COLLATE utf8mb4_bin NOT NULL COMMENT 'Ticker';
ALTER TABLE stocks ALTER COLUMN price DROP DEFAULT;
ALTER TABLE exchanges RENAME COLUMN owner_id TO parent_id;
ALTER TABLE exchanges ADD CONSTRAINT fk_parent FOREIGN KEY (parent_id) REFERENCES exchanges (id);
ALTER TABLE stocks DROP COLUMN doc;
ALTER TABLE stocks ADD CONSTRAINT ck_cap CHECK (market_cap >= 0);
ALTER TABLE exchanges COMMENT = 'Where stocks are traded';
CREATE TABLE notes (id INT AUTO_INCREMENT PRIMARY KEY, stock_id BIGINT UNSIGNED NOT NULL, body TEXT NOT NULL, FOREIGN KEY (stock_id) REFERENCES stocks (id) ON DELETE CASCADE) COMMENT = 'Notes';
