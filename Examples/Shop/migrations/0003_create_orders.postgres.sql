CREATE TABLE orders (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id BIGINT NOT NULL REFERENCES users (id),
    status TEXT NOT NULL
        CHECK (status IN ('placed', 'paid', 'shipped', 'delivered', 'cancelled')),
    total_amount BIGINT NOT NULL CHECK (total_amount > 0),
    total_currency TEXT NOT NULL CHECK (length(total_currency) = 3),
    created_at TIMESTAMPTZ NOT NULL
);

-- A user's orders, page by page; and the foreign key's check when a user is removed.
CREATE INDEX orders_of_user ON orders (user_id, id);

-- Name and price are copies: an order does not change when a product does.
CREATE TABLE order_lines (
    order_id BIGINT NOT NULL REFERENCES orders (id),
    position INTEGER NOT NULL,
    product_id BIGINT NOT NULL REFERENCES products (id),
    name TEXT NOT NULL,
    quantity BIGINT NOT NULL CHECK (quantity > 0),
    unit_price_amount BIGINT NOT NULL CHECK (unit_price_amount > 0),
    unit_price_currency TEXT NOT NULL CHECK (length(unit_price_currency) = 3),
    PRIMARY KEY (order_id, position),
    UNIQUE (order_id, product_id)
);
