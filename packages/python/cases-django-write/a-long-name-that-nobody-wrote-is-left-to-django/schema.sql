CREATE TABLE collection_jobs (id serial PRIMARY KEY, scheduled_at timestamptz NOT NULL, status varchar(10) NOT NULL);
