CREATE TABLE events (title TEXT NOT NULL, start TEXT NOT NULL, deadline TEXT NOT NULL);
CREATE TABLE invitations (
    code TEXT PRIMARY KEY, household TEXT NOT NULL, seats INTEGER NOT NULL,
    status TEXT, guests INTEGER
);
