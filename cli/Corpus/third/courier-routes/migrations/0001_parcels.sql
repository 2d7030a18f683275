CREATE TABLE parcels (
    id INTEGER PRIMARY KEY, zip TEXT NOT NULL, street TEXT NOT NULL, grams INTEGER NOT NULL,
    depot TEXT NOT NULL, courier TEXT, is_delivered INTEGER NOT NULL
);
