ALTER TABLE owner RENAME COLUMN number TO code;
ALTER TABLE tagged RENAME COLUMN owner_id TO holder_id;
