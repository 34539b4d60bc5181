CREATE DOMAIN moment AS timestamptz;
CREATE DOMAIN words AS tsvector;
CREATE DOMAIN address AS varchar(254);
CREATE DOMAIN amount AS numeric(10, 2);
CREATE TABLE todos (
    made moment DEFAULT '2017-12-14 01:02:30+00',
    done moment DEFAULT now(),
    search words DEFAULT '',
    mail address DEFAULT 'a@b.c',
    price amount DEFAULT 1.5
);
