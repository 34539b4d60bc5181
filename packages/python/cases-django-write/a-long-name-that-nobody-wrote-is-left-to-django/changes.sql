CREATE INDEX ON collection_jobs (scheduled_at, status);
CREATE INDEX ON collection_jobs (status, scheduled_at) WHERE status = 'new';
CREATE INDEX ON collection_jobs (status);
ALTER TABLE collection_jobs ADD CHECK (status <> '');
