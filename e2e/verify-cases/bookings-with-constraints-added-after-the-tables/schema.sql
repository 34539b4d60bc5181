/* Bookings, as a modelling tool writes them: bare tables first, everything else by ALTER TABLE. */
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE public.room (
    code character varying(16) NOT NULL,
    floor smallint NOT NULL,
    seats smallint NOT NULL
);
COMMENT ON TABLE public.room IS 'Rooms that can be booked';
COMMENT ON COLUMN public.room.code IS 'As painted on the door';

CREATE TABLE public.guest (
    id bigserial NOT NULL,
    first_name character varying(100) NOT NULL,
    last_name character varying(100) NOT NULL,
    phone character varying(32) DEFAULT ''::character varying NOT NULL
);

CREATE TABLE public.booking (
    id bigserial NOT NULL,
    room_code character varying(16) NOT NULL,
    guest_id bigint NOT NULL,
    during tstzrange NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    kind character varying(10) NOT NULL
);

ALTER TABLE ONLY public.room ADD CONSTRAINT room_pkey PRIMARY KEY (code);
ALTER TABLE ONLY public.guest ADD CONSTRAINT guest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.booking ADD CONSTRAINT booking_pkey PRIMARY KEY (id);

ALTER TABLE public.room ADD CONSTRAINT room_seats_check CHECK (seats >= 0);
ALTER TABLE public.booking
    ADD CONSTRAINT booking_ends_after_start CHECK (ends_on >= starts_on),
    ADD CONSTRAINT booking_kind_known CHECK (kind IN ('single', 'group')),
    ADD CONSTRAINT booking_one_a_day UNIQUE (guest_id, starts_on) DEFERRABLE INITIALLY DEFERRED,
    ADD CONSTRAINT booking_no_overlap EXCLUDE USING gist (room_code WITH =, during WITH &&),
    ADD CONSTRAINT booking_room_code_fkey FOREIGN KEY (room_code) REFERENCES public.room (code) ON DELETE RESTRICT,
    ADD CONSTRAINT booking_guest_id_fkey FOREIGN KEY (guest_id) REFERENCES public.guest (id) ON DELETE CASCADE;

CREATE INDEX guest_name_idx ON public.guest USING btree (last_name, first_name);
CREATE INDEX booking_room_code_idx ON public.booking USING btree (room_code);
CREATE INDEX ix_booking_guest_id ON public.booking USING btree (guest_id);
