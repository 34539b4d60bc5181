CREATE TYPE grade AS ENUM ('a');
CREATE TABLE IF NOT EXISTS stocks (id bigint);
ALTER TABLE stocks ADD CONSTRAINT positive CHECK (id > 0);
ALTER TABLE stocks RENAME COLUMN id TO number;
