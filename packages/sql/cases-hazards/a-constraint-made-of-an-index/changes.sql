ALTER TABLE trades ADD CONSTRAINT trades_note_key UNIQUE USING INDEX uq_trades_note;
