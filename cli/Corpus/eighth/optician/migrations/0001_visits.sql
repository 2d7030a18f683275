CREATE TABLE visits (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    day TEXT NOT NULL
);
