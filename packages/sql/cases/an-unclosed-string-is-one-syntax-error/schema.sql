CREATE TABLE a (id int);
COMMENT ON TABLE a IS 'never closed;
CREATE TABLE b (id int);
