ALTER TABLE users RENAME COLUMN login TO username;
ALTER TABLE posts RENAME COLUMN owner_id TO author_id;
ALTER TABLE users RENAME TO accounts;
ALTER INDEX idx_login_lower RENAME TO idx_username_lower;
ALTER INDEX ix_users_age RENAME TO idx_by_age;
ALTER TABLE accounts RENAME CONSTRAINT uq_login TO uq_username;
