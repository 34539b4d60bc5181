CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE item (
    id serial PRIMARY KEY,
    mood mood NOT NULL DEFAULT 'ok',
    kind varchar(5) NOT NULL CHECK (kind IN ('b', 'c'))
);
CREATE TYPE state AS ENUM ('new', 'in-progress');
CREATE TYPE short AS ENUM ('a', '2b');
CREATE TABLE task (
    id serial PRIMARY KEY,
    state state NOT NULL DEFAULT 'new',
    short short NOT NULL,
    level varchar(11) NOT NULL CHECK (level IN ('low', 'high'))
);
