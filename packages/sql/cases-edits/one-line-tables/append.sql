CREATE TABLE IF NOT EXISTS a (id int PRIMARY KEY, x text, CHECK (x <> '')); CREATE TABLE IF NOT EXISTS b (id int);
CREATE INDEX IF NOT EXISTS b_id ON b (id);

-- Added y column to a table; added yy to a table; dropped x column from a table
ALTER TABLE a ADD COLUMN IF NOT EXISTS y int NOT NULL;
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = 'a'::regclass AND conname = 'yy') THEN
        ALTER TABLE a ADD CONSTRAINT yy UNIQUE (y);
    END IF;
END
$$;
ALTER TABLE a DROP COLUMN IF EXISTS x;

-- Added z column to b table; added index b_z on z
ALTER TABLE b ADD COLUMN IF NOT EXISTS z int;
CREATE INDEX IF NOT EXISTS b_z ON b (z);