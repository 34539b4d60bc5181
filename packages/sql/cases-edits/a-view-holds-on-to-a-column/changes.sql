ALTER TABLE stocks RENAME COLUMN price TO last_price;
