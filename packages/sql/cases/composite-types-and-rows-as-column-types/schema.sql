CREATE SCHEMA geo;
SET search_path = geo;
CREATE TYPE point2 AS (x float8, y float8);
CREATE TABLE spots (at point2, path point2[]);
CREATE TABLE trips (start spots);
CREATE TYPE floats AS RANGE (subtype = float8);
CREATE TABLE spans (f floats, m int4multirange);
