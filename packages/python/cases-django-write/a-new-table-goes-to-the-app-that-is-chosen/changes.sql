CREATE TABLE monthly_summaries (id serial PRIMARY KEY, stock_id integer NOT NULL REFERENCES market_stock (id), body text NOT NULL);
CREATE INDEX idx_summaries_stock ON monthly_summaries (stock_id);
