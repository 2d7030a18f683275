-- Money is whole minor units. The checks are the last line of defence behind the services.
CREATE TABLE products (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    price_amount INTEGER NOT NULL CHECK (price_amount > 0),
    price_currency TEXT NOT NULL CHECK (length(price_currency) = 3),
    stock INTEGER NOT NULL CHECK (stock >= 0)
) STRICT;
