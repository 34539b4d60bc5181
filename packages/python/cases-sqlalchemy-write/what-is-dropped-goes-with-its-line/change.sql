DROP INDEX ix_authors_born;
DROP INDEX idx_authors_name_born;
ALTER TABLE authors DROP CONSTRAINT authors_email_key;
ALTER TABLE authors DROP CONSTRAINT born_late;
ALTER TABLE authors DROP COLUMN city;
DROP INDEX idx_books_title;
ALTER TABLE books DROP CONSTRAINT books_author_id_fkey;
DROP TABLE notes;
