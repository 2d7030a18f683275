CREATE TABLE campaigns (id INTEGER PRIMARY KEY, subject TEXT NOT NULL);
CREATE TABLE subscribers (email TEXT PRIMARY KEY, token TEXT, bounces INTEGER DEFAULT 0);
CREATE TABLE jobs (id INTEGER PRIMARY KEY, campaign INTEGER, recipients INTEGER);
CREATE TABLE sender (name TEXT, reply_to TEXT, footer TEXT);
