CREATE TABLE hidden (
    id serial PRIMARY KEY,
    uuid uuid NOT NULL DEFAULT gen_random_uuid(),
    models text NOT NULL,
    datetime interval NOT NULL DEFAULT '1 day'
);
