ALTER TABLE bookings ADD CONSTRAINT ex_bookings EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (NOT cancelled);
CREATE TABLE market_hold (
    id serial PRIMARY KEY,
    during daterange NOT NULL,
    CONSTRAINT ex_holds EXCLUDE USING gist (during WITH &&)
);
