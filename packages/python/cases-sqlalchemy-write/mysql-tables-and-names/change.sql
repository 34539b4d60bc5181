CREATE TABLE logins (
  id bigint NOT NULL AUTO_INCREMENT,
  user_id int NOT NULL,
  address varbinary(16) NOT NULL,
  tries tinyint unsigned NOT NULL DEFAULT 0,
  seen_at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (id),
  KEY ix_logins_seen_at (seen_at),
  UNIQUE KEY uq_logins (user_id, address),
  CONSTRAINT fk_logins_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) COMMENT='Who came';
ALTER TABLE users RENAME COLUMN full_name TO display_name;
ALTER TABLE users ADD COLUMN visits mediumint DEFAULT NULL;
