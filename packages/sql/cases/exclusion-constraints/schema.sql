CREATE TABLE bookings (
    id int,
    room int4range,
    during tstzrange,
    EXCLUDE USING gist (room WITH &&, during WITH &&) WHERE (id > 3),
    CONSTRAINT no_overlap EXCLUDE USING gist (during WITH &&)
);
ALTER TABLE bookings RENAME COLUMN during TO "when";
