CREATE TABLE t (a int, b int, CONSTRAINT pos CHECK (a > 0));
COMMENT ON TABLE t IS 'It''s a table';
COMMENT ON COLUMN t.a IS 'Größe – 数量';
COMMENT ON COLUMN public.t.b IS 'soon gone';
COMMENT ON COLUMN t.b IS NULL;
COMMENT ON CONSTRAINT pos ON t IS 'positive';
COMMENT ON SCHEMA public IS 'standard';
CREATE INDEX t_a ON t (a);
COMMENT ON INDEX t_a IS 'fast';
