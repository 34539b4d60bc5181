ALTER TABLE shop_a RENAME COLUMN made TO created;
ALTER TABLE shop_b RENAME COLUMN made TO created;
