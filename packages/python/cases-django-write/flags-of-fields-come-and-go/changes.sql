CREATE INDEX stocks_cap_2d2f070d ON stocks (cap);
CREATE INDEX stocks_venue ON stocks (venue_id, cap);
