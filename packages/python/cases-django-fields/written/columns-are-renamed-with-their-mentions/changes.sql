ALTER TABLE item RENAME COLUMN price TO amount;
ALTER TABLE item RENAME COLUMN own_cost TO real_cost;
ALTER TABLE item RENAME COLUMN owner_id TO holder_id;
ALTER TABLE owner RENAME COLUMN code TO class;
