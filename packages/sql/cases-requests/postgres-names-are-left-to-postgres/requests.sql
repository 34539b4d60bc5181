-- add column stocks.venue
ALTER TABLE stocks ADD COLUMN venue text UNIQUE CHECK (venue <> '');
CREATE INDEX stocks_venue_idx ON stocks (venue);

-- add unique constraint on symbol, price to stocks
ALTER TABLE stocks ADD UNIQUE (symbol, price);
