-- add table option_contract_greeks
CREATE TABLE option_contract_greeks (
    id serial PRIMARY KEY,
    implied_volatility double precision,
    observed_at timestamp with time zone NOT NULL
);
CREATE INDEX idx_option_contra_implied_vola ON option_contract_greeks (implied_volatility);
CREATE INDEX idx_option_contr_implied_vol_2 ON option_contract_greeks (implied_volatility, observed_at);

-- add index on stocks (price)
CREATE INDEX idx_stocks_price ON stocks (price);
