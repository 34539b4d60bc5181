CREATE TABLE t (a int);
DO $$
DECLARE r record;
BEGIN
    FOR r IN SELECT tablename FROM pg_tables LOOP
        EXECUTE 'ALTER TABLE ' || r.tablename || ' ADD COLUMN x int';
    END LOOP;
END $$;
DO $$ BEGIN IF (SELECT count(*) FROM t) > 0 THEN ALTER TABLE t ADD COLUMN y int; END IF; END $$;
DO LANGUAGE plpython3u $$ plpy.execute("x") $$;
