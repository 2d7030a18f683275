-- What clients call their wishes to order, so that the same wish is not served twice. The row and the
-- order come to be in one transaction: order_id is null within it only.
CREATE TABLE order_requests (
    user_id BIGINT NOT NULL REFERENCES users (id),
    key TEXT NOT NULL,
    body TEXT NOT NULL,
    order_id BIGINT REFERENCES orders (id),
    PRIMARY KEY (user_id, key)
);
