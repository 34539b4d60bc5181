CREATE TABLE o (id INT PRIMARY KEY, part INT, UNIQUE (id, part));
CREATE TABLE c (
  id INT PRIMARY KEY,
  o_id INT NOT NULL,
  part INT,
  p_id INT REFERENCES o (id) ON DELETE SET NULL,
  CONSTRAINT fk_o FOREIGN KEY (o_id) REFERENCES o (id) ON DELETE CASCADE ON UPDATE RESTRICT,
  KEY fk_o (o_id),
  KEY both_parts (o_id, part),
  FOREIGN KEY (o_id, part) REFERENCES o (id, part) ON DELETE NO ACTION
);
ALTER TABLE c ADD FOREIGN KEY (part) REFERENCES o (id);
ALTER TABLE c ADD FOREIGN KEY fk_index (part) REFERENCES o (id) ON UPDATE CASCADE;
ALTER TABLE c DROP FOREIGN KEY c_ibfk_2;

-- A constraint's own name goes before its index's; without one the index's is taken.
CREATE TABLE both_names (
    a int,
    b int,
    CONSTRAINT fk_both FOREIGN KEY ix_both (a) REFERENCES o (id),
    FOREIGN KEY ix_alone (b) REFERENCES o (id)
);
