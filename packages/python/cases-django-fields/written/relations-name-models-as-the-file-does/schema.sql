CREATE TABLE auth_user (
    id serial PRIMARY KEY,
    password varchar(128) NOT NULL,
    last_login timestamptz,
    is_superuser boolean NOT NULL,
    username varchar(150) NOT NULL UNIQUE,
    first_name varchar(150) NOT NULL,
    last_name varchar(150) NOT NULL,
    email varchar(254) NOT NULL,
    is_staff boolean NOT NULL,
    is_active boolean NOT NULL,
    date_joined timestamptz NOT NULL
);
CREATE TABLE shop_customer (id serial PRIMARY KEY, name varchar(5) NOT NULL);
CREATE TABLE shop_order (
    id serial PRIMARY KEY,
    customer_id integer NOT NULL REFERENCES shop_customer ON DELETE CASCADE,
    payer_id integer NOT NULL REFERENCES shop_customer ON DELETE CASCADE,
    user_id integer REFERENCES auth_user,
    place_id integer 
);
CREATE INDEX ON shop_order (customer_id);
CREATE INDEX ON shop_order (payer_id);
CREATE INDEX ON shop_order (user_id);
CREATE INDEX ON shop_order (place_id);
CREATE TABLE stock_place (
    id serial PRIMARY KEY,
    owner_id integer REFERENCES shop_customer ON DELETE CASCADE,
    order_id integer REFERENCES shop_order ON DELETE CASCADE
);
CREATE INDEX ON stock_place (owner_id);
CREATE INDEX ON stock_place (order_id);
ALTER TABLE shop_order ADD FOREIGN KEY (place_id) REFERENCES stock_place;
