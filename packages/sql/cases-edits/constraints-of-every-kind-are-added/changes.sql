ALTER TABLE stocks ADD CONSTRAINT uq_stocks_price UNIQUE NULLS NOT DISTINCT (price, sector);
ALTER TABLE options ADD CONSTRAINT ck_options_type CHECK (option_type IN ('call', 'put'));
ALTER TABLE options ADD COLUMN parent_id bigint;
ALTER TABLE options ADD CONSTRAINT fk_options_parent FOREIGN KEY (parent_id) REFERENCES options (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE stocks ADD COLUMN best_id bigint;
ALTER TABLE stocks ADD CONSTRAINT fk_stocks_best FOREIGN KEY (best_id) REFERENCES options (id);
ALTER TABLE stocks ADD CONSTRAINT ex_stocks EXCLUDE USING btree (sector WITH =);
CREATE UNIQUE INDEX uq_lower ON stocks (lower(symbol)) INCLUDE (price) WHERE price > 1;
