CREATE TABLE tickets (
  id int NOT NULL AUTO_INCREMENT,
  state enum('OPEN','CLOSED') NOT NULL,
  PRIMARY KEY (id)
);
