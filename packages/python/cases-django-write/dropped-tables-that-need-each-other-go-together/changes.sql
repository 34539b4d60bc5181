DROP TABLE market_orderline;
DROP TABLE market_order;
