DROP INDEX items_name;
ALTER TABLE boxes ADD COLUMN a int;
DROP TABLE boxes;
CREATE TABLE crates (id int PRIMARY KEY, item bigint REFERENCES items ON DELETE CASCADE);
