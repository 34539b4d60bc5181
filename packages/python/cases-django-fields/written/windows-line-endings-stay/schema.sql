CREATE TABLE item (
    id serial PRIMARY KEY,
    name varchar(7),
    size integer,
    description varchar(300) NOT NULL DEFAULT 'something that is long enough to need more than one line of code'
);
