CREATE TABLE IF NOT EXISTS parents (id int CONSTRAINT a_pkey PRIMARY KEY);
ALTER TABLE parents ADD COLUMN IF NOT EXISTS x varchar(5), ADD COLUMN IF NOT EXISTS y int;
ALTER TABLE parents ALTER COLUMN y SET NOT NULL;

CREATE TABLE IF NOT EXISTS b (id int PRIMARY KEY, parent int);
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = 'b'::regclass AND conname = 'b_fk') THEN
        ALTER TABLE b ADD CONSTRAINT b_fk FOREIGN KEY (parent) REFERENCES parents (id);
    END IF;
END
$$;

-- Changed x from VARCHAR(5) to VARCHAR(9)
ALTER TABLE parents ALTER COLUMN x TYPE varchar(9);

-- Made a.y nullable
ALTER TABLE parents ALTER COLUMN y DROP NOT NULL;
