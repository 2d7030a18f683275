CREATE TABLE pitches (id INTEGER PRIMARY KEY, name TEXT NOT NULL, has_power BIGINT NOT NULL);
CREATE TABLE stays (
    id INTEGER PRIMARY KEY, pitch BIGINT NOT NULL, guest TEXT NOT NULL,
    "from" TEXT NOT NULL, until TEXT NOT NULL, state TEXT NOT NULL
);
INSERT INTO pitches (id, name, has_power) VALUES (1, 'Birch', 1), (2, 'Lake', 0);
