CREATE TABLE links (
    id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, target TEXT NOT NULL,
    owner INTEGER NOT NULL, is_permanent INTEGER NOT NULL
);
CREATE TABLE clicks (link INTEGER, referer TEXT, count INTEGER, PRIMARY KEY (link, referer));
