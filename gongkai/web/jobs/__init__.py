"""Work that outlives a request, a module a job. A worker that is killed leaves its job in the table, so
every job is safe to run twice."""
