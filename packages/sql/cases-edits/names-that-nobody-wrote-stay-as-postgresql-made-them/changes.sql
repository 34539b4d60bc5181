ALTER TABLE books RENAME COLUMN author_id TO writer_id;
ALTER TABLE authors RENAME TO writers;
ALTER TABLE writers RENAME COLUMN name TO full_name;
