UPDATE stocks SET price = 1;
GRANT SELECT ON stocks TO public;
ALTER TABLE stocks OWNER TO me;
ROLLBACK;
\i other.sql
ALTER TABLE stocks ADD COLUMN;
DO $$ BEGIN EXECUTE 'ALTER TABLE ' || 'x' || ' ADD y INT'; END $$;
ALTER TABLE stocks ADD COLUMN fine INT;
