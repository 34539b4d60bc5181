CREATE TABLE IF NOT EXISTS items (
    id int PRIMARY KEY -- the key
  , name text -- what it is
  , price int
  , CONSTRAINT price_check CHECK (price > 0)
);

-- Added at column to items table
-- Dropped name column from items table
-- Added u to items table
-- Dropped price_check from items table
ALTER TABLE items ADD COLUMN IF NOT EXISTS at date;
ALTER TABLE items DROP COLUMN IF EXISTS name;
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = 'items'::regclass AND conname = 'u') THEN
        ALTER TABLE items ADD CONSTRAINT u UNIQUE (at);
    END IF;
END
$$;
ALTER TABLE items DROP CONSTRAINT IF EXISTS price_check;
