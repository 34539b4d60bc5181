CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TYPE state AS ENUM ('DRAFT', 'DONE');
CREATE TABLE people (id SERIAL PRIMARY KEY, mood mood, state state NOT NULL);
