CREATE TABLE cities (name text NOT NULL, population real DEFAULT 0 CHECK (population >= 0), CONSTRAINT own CHECK (name <> '') NO INHERIT);
CREATE TABLE capitals (state char(2), population real DEFAULT 5) INHERITS (cities);
ALTER TABLE cities ADD COLUMN elevation integer;
ALTER TABLE cities ADD CONSTRAINT high CHECK (elevation > 0);
ALTER TABLE cities RENAME COLUMN name TO title;
ALTER TABLE cities ALTER population SET NOT NULL;
CREATE TABLE towns (mayor text) INHERITS (cities);
ALTER TABLE towns NO INHERIT cities;
ALTER TABLE cities DROP COLUMN elevation;
