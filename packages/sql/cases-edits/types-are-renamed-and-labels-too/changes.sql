ALTER TYPE status RENAME TO job_status;
ALTER TYPE job_status RENAME VALUE 'done' TO 'finished';
