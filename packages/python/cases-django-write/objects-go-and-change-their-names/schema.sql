CREATE TABLE stocks (
    id serial PRIMARY KEY,
    symbol varchar(10) NOT NULL UNIQUE,
    name varchar(100) NOT NULL,
    sector integer NOT NULL,
    cap integer,
    CONSTRAINT stocks_name_sector_82a81c93_uniq UNIQUE (name, sector),
    CONSTRAINT u2 UNIQUE (name, cap),
    CONSTRAINT ck_cap CHECK (cap > 0),
    CONSTRAINT uq_cap_name UNIQUE (cap, name)
);
CREATE INDEX stocks_sector_e1c4c4fb ON stocks (sector);
CREATE INDEX idx_name ON stocks (name);
CREATE INDEX idx_cap ON stocks (cap);
CREATE INDEX idx_sector_cap ON stocks (sector, cap);
COMMENT ON TABLE stocks IS 'Old';
CREATE TABLE market_bond (id serial PRIMARY KEY, rate integer NOT NULL);
CREATE INDEX idx_rate ON market_bond (rate);
