ALTER TABLE stocks ADD UNIQUE (symbol);
ALTER TABLE stocks ADD UNIQUE (name, sector);
ALTER TABLE stocks ADD CONSTRAINT uq_isin UNIQUE NULLS NOT DISTINCT (isin);
ALTER TABLE stocks ADD CONSTRAINT uq_later UNIQUE (symbol, name) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE stocks ADD CONSTRAINT uq_a_name_that_is_longer_than_thirty_characters UNIQUE (symbol, isin);
CREATE UNIQUE INDEX uq_plain ON stocks (isin, sector);
CREATE UNIQUE INDEX uq_desc ON stocks (sector DESC, name);
CREATE UNIQUE INDEX uq_include ON stocks (name) INCLUDE (sector);
