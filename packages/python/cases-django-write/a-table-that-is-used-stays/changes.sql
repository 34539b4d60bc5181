DROP TABLE market_stock;
DROP TABLE market_bond;
DROP TABLE market_venue;
DROP TABLE market_fund;
