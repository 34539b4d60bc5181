-- Meters: composite keys, and one real drift or two in each source.
CREATE TABLE IF NOT EXISTS meters (
    serial_number VARCHAR(20) PRIMARY KEY,
    installed_on  DATE NOT NULL DEFAULT CURRENT_DATE,
    latitude      NUMERIC(9, 6),
    longitude     NUMERIC(9, 6),
    is_smart      BOOL NOT NULL DEFAULT false,
    CHECK (latitude BETWEEN -90 AND 90)
);

CREATE TABLE IF NOT EXISTS readings (
    meter_serial VARCHAR(20) NOT NULL REFERENCES meters ON DELETE CASCADE,
    taken_at     TIMESTAMPTZ NOT NULL,
    kwh          DOUBLE PRECISION NOT NULL,
    quality      INT2 NOT NULL DEFAULT 1,
    PRIMARY KEY (meter_serial, taken_at)
);
CREATE INDEX IF NOT EXISTS readings_taken_at_idx ON readings (taken_at);

CREATE TABLE IF NOT EXISTS tariffs (
    id            BIGSERIAL PRIMARY KEY,
    name          VARCHAR(50) NOT NULL UNIQUE,
    cents_per_kwh NUMERIC(6, 3) NOT NULL,
    valid_from    DATE NOT NULL
);
