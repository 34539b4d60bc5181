CREATE TABLE users (
    id SERIAL PRIMARY KEY,
    login VARCHAR(50) NOT NULL,
    age INTEGER,
    manager_id INTEGER REFERENCES users (id),
    CONSTRAINT adult CHECK (age >= 18 AND login <> ''),
    CONSTRAINT uq_login UNIQUE (login)
);
CREATE INDEX idx_login_lower ON users (lower(login));
CREATE INDEX ix_users_age ON users (age);
CREATE INDEX idx_login_age ON users (login, age DESC) WHERE login <> 'root';
CREATE TABLE posts (
    id SERIAL PRIMARY KEY,
    owner_id INTEGER NOT NULL REFERENCES users (id),
    editor_id INTEGER REFERENCES users (id)
);
