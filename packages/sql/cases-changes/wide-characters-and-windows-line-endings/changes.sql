-- grün 🎲
ALTER TABLE stocks
    ADD COLUMN "Größe" INT,
    ADD COLUMN symbol INT;
