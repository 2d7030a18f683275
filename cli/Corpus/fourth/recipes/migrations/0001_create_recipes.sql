CREATE TABLE recipes (slug TEXT PRIMARY KEY, title TEXT, tag TEXT, servings INTEGER);
CREATE TABLE ingredients (recipe TEXT, name TEXT, grams INTEGER);
CREATE TABLE moved (old TEXT PRIMARY KEY, new TEXT);
CREATE TABLE reviews (
    id INTEGER PRIMARY KEY, recipe TEXT, cook INTEGER, stars INTEGER, text TEXT, state TEXT
);
