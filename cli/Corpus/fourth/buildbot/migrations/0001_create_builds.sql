CREATE TABLE builds (id INTEGER PRIMARY KEY, branch TEXT, state TEXT, attempt INTEGER);
