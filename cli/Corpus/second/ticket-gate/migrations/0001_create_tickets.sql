CREATE TABLE tickets (
    code TEXT PRIMARY KEY, event BIGINT NOT NULL, holder TEXT NOT NULL, cents BIGINT NOT NULL, used_at TEXT
);
