ALTER TABLE stocks RENAME TO shares; ALTER TABLE shares RENAME symbol TO ticker; COMMENT ON TABLE shares IS 'x'; DROP INDEX uq_trades_note;
