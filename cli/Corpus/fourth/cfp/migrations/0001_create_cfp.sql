CREATE TABLE talks (id INTEGER PRIMARY KEY, speaker INTEGER, title TEXT, track TEXT, state TEXT);
CREATE TABLE reviews (talk INTEGER, reviewer INTEGER, score INTEGER, comment TEXT);
CREATE TABLE avatars (speaker INTEGER PRIMARY KEY, bytes BLOB);
