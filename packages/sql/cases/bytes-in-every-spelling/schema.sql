CREATE TABLE images (
    nothing bytea NOT NULL DEFAULT '',
    hexadecimal bytea DEFAULT '\xDEADbeef',
    escaped bytea DEFAULT 'a\\\001é',
    letters bytea DEFAULT 'abc'::bytea CHECK (letters <> ''),
    many bytea[] DEFAULT '{}'
);
