CREATE TABLE flights (
    id INTEGER PRIMARY KEY, pilot TEXT NOT NULL, drone TEXT NOT NULL, started TEXT NOT NULL,
    ended TEXT, top BIGINT, remark TEXT
);
