CREATE TABLE authors (
    id bigserial PRIMARY KEY,
    name text UNIQUE CHECK (name <> '')
);
CREATE TABLE books (
    id bigint PRIMARY KEY,
    author_id bigint REFERENCES authors (id)
);
CREATE INDEX ON books (author_id);
