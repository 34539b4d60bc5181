CREATE TABLE names (
    id serial PRIMARY KEY,
    "class" text NOT NULL,
    "None" text NOT NULL,
    "unitPrice" integer NOT NULL,
    "UPPER" integer NOT NULL,
    a__b integer NOT NULL,
    ends_ integer NOT NULL,
    _starts integer NOT NULL,
    "2nd" integer NOT NULL,
    "with space" integer NOT NULL,
    "per%cent" integer NOT NULL,
    größe integer NOT NULL,
    save boolean NOT NULL,
    objects integer NOT NULL,
    pk text NOT NULL,
    "check" text NOT NULL,
    unit_price integer NOT NULL
);
