-- Money is whole minor units. The checks are the last line of defence behind the services.
CREATE TABLE products (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name TEXT NOT NULL,
    price_amount BIGINT NOT NULL CHECK (price_amount > 0),
    price_currency TEXT NOT NULL CHECK (length(price_currency) = 3),
    stock BIGINT NOT NULL CHECK (stock >= 0)
);
