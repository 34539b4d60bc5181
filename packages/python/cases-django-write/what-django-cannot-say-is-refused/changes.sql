CREATE INDEX idx_a_name_that_is_longer_than_thirty_characters ON stocks (symbol);
CREATE INDEX idx_substr ON stocks (overlay(symbol placing 'x' from 1));
CREATE INDEX idx_is_true ON stocks (symbol) WHERE (name = 'x') IS NOT TRUE;
CREATE INDEX idx_rate ON bonds (rate);
CREATE INDEX idx_join ON bonds_venues (bond_id);
DROP TABLE market_loan;
ALTER TABLE stocks ADD EXCLUDE USING gist (symbol WITH =);
