CREATE TABLE bookings (id serial PRIMARY KEY, room integer NOT NULL, during daterange NOT NULL, cancelled boolean NOT NULL);
