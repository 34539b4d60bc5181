ALTER TABLE app.pets ADD COLUMN owner_id INTEGER CONSTRAINT fk_pets_owner_id_owners REFERENCES app.owners (id);
ALTER TABLE app.pets ADD COLUMN vet_id INTEGER CONSTRAINT the_vet REFERENCES app.owners (id);
ALTER TABLE app.pets ADD COLUMN chip TEXT CONSTRAINT uq_pets_chip UNIQUE;
ALTER TABLE app.pets ADD COLUMN tag TEXT CONSTRAINT one_tag UNIQUE;
ALTER TABLE app.pets ADD CONSTRAINT ck_pets_named CHECK (name <> '');
ALTER TABLE app.pets ADD CONSTRAINT tagged CHECK (tag <> '');
CREATE INDEX ix_app_pets_name ON app.pets (name);
CREATE TABLE app.visits (pet_id INTEGER CONSTRAINT fk_visits_pet_id_pets REFERENCES app.pets (id), day DATE, CONSTRAINT pk_visits PRIMARY KEY (pet_id, day));
