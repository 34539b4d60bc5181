CREATE TABLE accounts (
    tenant_id bigint,
    id bigint,
    email text,
    low integer,
    high integer,
    UNIQUE (tenant_id, email),
    PRIMARY KEY (tenant_id, id),
    CHECK (low < high),
    CHECK (low > 0),
    CHECK (low < 1000),
    CONSTRAINT accounts_low_check2 CHECK (low <> 7)
);
CREATE TABLE transfers (
    tenant_id bigint,
    from_id bigint,
    to_id bigint,
    FOREIGN KEY (tenant_id, from_id) REFERENCES accounts,
    FOREIGN KEY (tenant_id, to_id) REFERENCES accounts (tenant_id, id) MATCH FULL,
    CONSTRAINT transfers_both UNIQUE (from_id, to_id)
);
