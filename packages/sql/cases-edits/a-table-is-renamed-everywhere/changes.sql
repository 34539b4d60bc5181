ALTER TABLE stocks RENAME TO equities;
ALTER TABLE options RENAME TO contracts;
