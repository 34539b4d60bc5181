ALTER TABLE stocks ADD COLUMN sector varchar(40) NOT NULL DEFAULT 'none' COMMENT 'It''s a sector';
CREATE INDEX idx_stocks_sector ON stocks (sector);

ALTER TABLE stocks ADD COLUMN listing_id int;
ALTER TABLE stocks ADD CONSTRAINT fk_stocks_listing_id FOREIGN KEY (listing_id) REFERENCES exchanges (id) ON DELETE SET NULL;

CREATE TABLE alerts (
    id int AUTO_INCREMENT PRIMARY KEY,
    stock_id bigint unsigned NOT NULL,
    `limit` decimal(12,4) CHECK (`limit` > 0),
    name varchar(20) UNIQUE,
    CONSTRAINT fk_alerts_stock_id FOREIGN KEY (stock_id) REFERENCES stocks (id) ON DELETE CASCADE
) COMMENT='Alerts';
CREATE INDEX idx_alerts_stock_id_name ON alerts (stock_id, name DESC);

CREATE UNIQUE INDEX idx_stocks_price_symbol ON stocks (price DESC, symbol(3));

ALTER TABLE stocks ADD CONSTRAINT ck_stocks_price CHECK (price > 0);

ALTER TABLE orders ADD CONSTRAINT uq_orders_stock_id_last_trade_id UNIQUE (stock_id, last_trade_id);

ALTER TABLE stocks MODIFY COLUMN price decimal(14,4) NOT NULL DEFAULT 1;

ALTER TABLE stocks MODIFY COLUMN symbol varchar(10) COLLATE utf8mb4_bin NOT NULL COMMENT 'Ticker';

ALTER TABLE stocks RENAME COLUMN symbol TO ticker;

ALTER TABLE stocks RENAME TO shares;

ALTER TABLE stocks DROP COLUMN day;

DROP INDEX idx_symbol ON stocks;

DROP TABLE exchanges;
-- problem: This cannot be dropped, for the foreign key fk_exchange of stocks would go with it: drop that before.

-- problem: MariaDB has no CASCADE: drop the foreign keys that hold on to it before.

-- problem: "int); DROP TABLE stocks; --" is not a type that MariaDB understands: has ), which is not understood.

-- problem: MariaDB has no indexes with a condition: leave that out.
