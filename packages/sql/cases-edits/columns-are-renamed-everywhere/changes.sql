ALTER TABLE options RENAME COLUMN strike TO strike_price;
ALTER TABLE stocks RENAME COLUMN id TO stock_id;
ALTER TABLE stocks RENAME COLUMN symbol TO "Ticker";
