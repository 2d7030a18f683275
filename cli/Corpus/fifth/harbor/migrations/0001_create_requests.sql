CREATE TABLE requests (
    id INTEGER PRIMARY KEY, port TEXT NOT NULL, ship TEXT NOT NULL, draught REAL NOT NULL,
    eta TEXT NOT NULL, pilot TEXT
);
