CREATE TABLE account (id serial PRIMARY KEY, code varchar(8) NOT NULL UNIQUE);
CREATE TABLE transfer (
    id serial PRIMARY KEY,
    source_id integer NOT NULL REFERENCES account ON DELETE CASCADE,
    target_id integer REFERENCES account ON DELETE SET NULL,
    code varchar(8) NOT NULL REFERENCES account (code) ON DELETE RESTRICT,
    strict_id integer NOT NULL REFERENCES account ON DELETE SET NULL,
    fallback_id integer NOT NULL DEFAULT 1 REFERENCES account ON DELETE SET DEFAULT,
    parent_id integer REFERENCES transfer
);
CREATE INDEX ON transfer (source_id);
CREATE INDEX transfer_target ON transfer (target_id);
CREATE INDEX ON transfer (strict_id);
CREATE TABLE profile (
    account_id integer PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    friend integer UNIQUE REFERENCES account
);
CREATE TABLE member (
    account_id integer NOT NULL REFERENCES account ON DELETE CASCADE,
    number integer NOT NULL,
    PRIMARY KEY (account_id, number)
);
CREATE TABLE stock (id serial PRIMARY KEY, stock_id integer REFERENCES stock, stock text);
CREATE INDEX ON stock (stock_id);
