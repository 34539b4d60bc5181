CREATE TABLE orders (
    id serial PRIMARY KEY,
    status varchar(10) NOT NULL,
    note varchar(10),
    amount numeric(10,2) NOT NULL,
    paid numeric(10,2),
    quantity integer NOT NULL,
    ratio double precision NOT NULL,
    opened date NOT NULL,
    closed date,
    is_open boolean NOT NULL
);
