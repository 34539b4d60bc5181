ALTER TABLE item ADD COLUMN size integer;
COMMENT ON COLUMN item.size IS 'in inches';
ALTER TABLE item RENAME COLUMN size TO length;
ALTER TABLE item ALTER COLUMN length SET NOT NULL;
ALTER TABLE item ADD CONSTRAINT length_is_positive CHECK (length >= 0);
ALTER TABLE item ALTER COLUMN name TYPE varchar(9);
ALTER TABLE item ALTER COLUMN name DROP NOT NULL;
