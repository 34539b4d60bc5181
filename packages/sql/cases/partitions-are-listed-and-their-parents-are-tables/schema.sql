CREATE TABLE measurements (city_id int NOT NULL, day date NOT NULL, peak int, PRIMARY KEY (city_id, day)) PARTITION BY RANGE (day);
CREATE TABLE measurements_2024 PARTITION OF measurements FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE measurements_2025 (city_id int NOT NULL, day date NOT NULL, peak int);
ALTER TABLE ONLY measurements ATTACH PARTITION measurements_2025 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE INDEX measurements_peak ON measurements (peak);
ALTER TABLE measurements_2024 ADD CONSTRAINT peak_positive CHECK (peak > 0);
CREATE TABLE rest PARTITION OF measurements DEFAULT;
