ALTER TABLE trades ADD CONSTRAINT ck_trades_note CHECK (note <> '') NOT VALID;
ALTER TABLE trades VALIDATE CONSTRAINT ck_trades_note;
CREATE INDEX CONCURRENTLY idx_trades_stock ON trades (stock_id);
