ALTER TABLE stocks DROP COLUMN created_at;
