CREATE SCHEMA shop
    CREATE TABLE items (id int PRIMARY KEY, name text)
    CREATE TABLE prices (item_id int REFERENCES shop.items, amount numeric(8,2))
    CREATE INDEX prices_amount ON prices (amount)
    CREATE VIEW cheap AS SELECT * FROM items;
