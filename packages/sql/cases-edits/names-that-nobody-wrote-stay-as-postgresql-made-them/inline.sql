CREATE TABLE writers (
    id bigserial CONSTRAINT authors_pkey PRIMARY KEY,
    full_name text CONSTRAINT authors_name_key UNIQUE CONSTRAINT authors_name_check CHECK (full_name <> '')
);
CREATE TABLE books (
    id bigint PRIMARY KEY,
    writer_id bigint CONSTRAINT books_author_id_fkey REFERENCES writers (id)
);
CREATE INDEX books_author_id_idx ON books (writer_id);
