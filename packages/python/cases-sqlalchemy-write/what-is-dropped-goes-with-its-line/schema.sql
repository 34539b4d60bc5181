CREATE TABLE authors (
    id SERIAL PRIMARY KEY,
    name VARCHAR(50) NOT NULL,
    email VARCHAR(100) UNIQUE,
    city VARCHAR(50),
    born DATE,
    CONSTRAINT born_late CHECK (born > '1900-01-01'),
    CONSTRAINT uq_name_city UNIQUE (name, city)
);
CREATE INDEX ix_authors_born ON authors (born);
CREATE INDEX idx_authors_city ON authors (city);
CREATE INDEX idx_authors_name_born ON authors (name, born);
CREATE TABLE books (
    id SERIAL PRIMARY KEY,
    title TEXT,
    author_id INTEGER REFERENCES authors (id)
);
CREATE INDEX idx_books_title ON books (title);
CREATE TABLE notes (id SERIAL PRIMARY KEY, body TEXT);
