CREATE TABLE source (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code varchar(5) DEFAULT 'x' NOT NULL UNIQUE,
    n integer CHECK (n > 0),
    twice integer GENERATED ALWAYS AS (n * 2) STORED,
    ref bigint REFERENCES source
);
CREATE INDEX source_n ON source (n DESC) WHERE n > 5;
COMMENT ON COLUMN source.n IS 'a number';
CREATE TABLE plain_copy (LIKE source);
CREATE TABLE full_copy (LIKE source INCLUDING ALL, extra text);
CREATE TABLE some_copy (first int, LIKE source INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING COMMENTS);
CREATE TABLE most_copy (LIKE source INCLUDING ALL EXCLUDING INDEXES);
