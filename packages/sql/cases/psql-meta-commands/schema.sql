\set ON_ERROR_STOP on
\connect shop
\i other/tables.sql
\echo 'hello; world'
CREATE TABLE a (id int); \echo done
CREATE TABLE :name (id int);
CREATE TABLE b (id int DEFAULT :'value', c text DEFAULT 'a:b'::text);
\if :full
CREATE TABLE c (id int);
\endif
\copy a FROM 'a.csv' CSV
SELECT 'CREATE TABLE d (id int)' \gexec
