CREATE TABLE jobs (
    id INTEGER PRIMARY KEY, elevator TEXT NOT NULL, fault TEXT NOT NULL,
    is_trapped INTEGER NOT NULL, reported_at TEXT NOT NULL, mechanic TEXT, done_at TEXT
);
CREATE TABLE assignments (job BIGINT NOT NULL, mechanic TEXT NOT NULL);
