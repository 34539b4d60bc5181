CREATE TABLE note (id serial NOT NULL, note text, made timestamptz DEFAULT now());
COMMENT ON COLUMN note.note IS 'The body.';
CREATE TABLE note_of_entity (entity integer) INHERITS (note);
CREATE TABLE note_of_order (id serial, PRIMARY KEY (id)) INHERITS (note);
COMMENT ON COLUMN note_of_order.note IS 'Its own.';
