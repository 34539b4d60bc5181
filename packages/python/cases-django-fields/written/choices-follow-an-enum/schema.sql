CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE item (
    id serial PRIMARY KEY,
    mood mood NOT NULL DEFAULT 'ok',
    kind varchar(5) NOT NULL CHECK (kind IN ('b', 'c'))
);
