CREATE TYPE mood AS ENUM ('sad', 'very_happy');
CREATE DOMAIN zip AS varchar(5) NOT NULL DEFAULT '00000' CHECK (VALUE <> 'x');
CREATE TABLE odd (
    id serial PRIMARY KEY,
    mood mood NOT NULL DEFAULT 'sad',
    other mood,
    sorted text COLLATE "C" NOT NULL,
    german varchar(9) COLLATE "POSIX"
);
COMMENT ON COLUMN odd.mood IS 'What''s up';
