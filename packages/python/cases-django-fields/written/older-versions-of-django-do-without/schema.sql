CREATE TABLE item (
    id serial PRIMARY KEY,
    name varchar NOT NULL,
    tags jsonb NOT NULL DEFAULT '{"a": 1}'
);
COMMENT ON COLUMN item.name IS 'its name';
