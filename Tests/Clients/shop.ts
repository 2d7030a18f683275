// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// The client of the Shop example against the shop itself, at SHOP=<url>.
import assert from "node:assert/strict";
import process from "node:process";
import { createClient, isProblem, orNull, ProblemError } from "./shop.generated.ts";
import type { NewOrder, Order, OrderStatus, User } from "./shop.generated.ts";
import { finish, test } from "./suite.ts";

const baseURL = process.env["SHOP"] ?? "http://127.0.0.1:3000";
const shop = createClient({ baseURL });
const staff = createClient({ baseURL, headers: { "X-Staff": "yes" } });

/** An address that nobody has: the shop may be one that has been used. */
const address = (): string => `${crypto.randomUUID()}@example.com`;

async function thrown(call: Promise<unknown>): Promise<ProblemError> {
  const error = await call.then(() => undefined, (error: unknown) => error);
  assert.ok(isProblem(error), `no problem but ${error}`);
  return error;
}

const ada: User = await shop.user.create({ body: { name: "Ada", email: address() } });
const asAda = { headers: { "X-User-ID": `${ada.id}` } };

await test("a user is created, found, changed and removed", async () => {
  const email = address();
  let location: string | null = null;
  const grace = await shop.user.create(
    { body: { name: "Grace", email } },
    { onResponse: (response) => (location = response.headers.get("location")) },
  );
  assert.equal(location, `/v1/users/${grace.id}`);
  assert.ok(Math.abs(Date.now() - new Date(grace.createdAt).getTime()) < 3_600_000);
  assert.deepEqual(await shop.user.show({ id: grace.id }), grace);
  assert.equal((await shop.user.change({ id: grace.id, body: { name: "Grace Hopper" } })).email, email);
  assert.equal(await shop.user.remove({ id: grace.id }), undefined);
  assert.equal(await orNull(shop.user.show({ id: grace.id })), null);
});

await test("a body that does not fit is a 422 that names each member", async () => {
  const error = await thrown(shop.user.create({ body: { name: "", email: "nobody" } }));
  assert.equal(error.status, 422);
  assert.deepEqual(new Set(error.errors.map((error) => error.pointer)), new Set(["/email", "/name"]));
  assert.ok(error.messageAt("/email"));
  assert.equal(typeof error.problem.requestId, "string");
});

await test("an address that is taken is a 409 with its code", async () => {
  const error = await thrown(shop.users.postUsers({ body: { name: "Eve", email: ada.email } }));
  assert.ok(isProblem(error, "email_taken"));
  assert.equal(error.status, 409);
});

await test("a query that does not fit is a 400 that names the parameter", async () => {
  const error = await thrown(shop.product.list({ limit: 1000 }));
  assert.ok(error.status === 400 || error.status === 422, error.message);
  assert.ok(error.messageAt("limit") ?? error.messageAt("/limit"), JSON.stringify(error.problem));
});

await test("pages follow one another", async () => {
  const first = await shop.product.list({ limit: 2 });
  assert.deepEqual([first.page, first.limit, first.items.length], [1, 2, 2]);
  const second = await shop.products.getProducts({ page: 2, limit: 2 });
  const ids = [...first.items, ...second.items].map((product) => product.id);
  assert.equal(new Set(ids).size, Math.min(first.total, 4));
  assert.equal((await shop.user.list()).limit, 20);
});

await test("an order is placed, moved on and seen by its customer only", async () => {
  const product = await staff.staff.postNewProducts({
    body: { name: "Kite", price: { amount: 1250, currency: "EUR" }, stock: 3 },
  });
  const body: NewOrder = { userID: ada.id, lines: [{ productID: product.id, quantity: 2 }] };
  const order: Order = await shop.order.place({ body }, asAda);
  assert.deepEqual(order.total, { amount: 2500, currency: "EUR" });
  assert.equal((await shop.product.show({ id: product.id })).stock, 1);
  assert.deepEqual((await shop.order.list({}, asAda)).items.map((order) => order.id), [order.id]);

  const soldOut = await thrown(shop.order.place({ body }, asAda));
  assert.ok(isProblem(soldOut, "out_of_stock"));
  assert.deepEqual([soldOut.problem["requested"], soldOut.problem["available"]], [2, 1]);

  const status: OrderStatus = "paid";
  const paid = { id: order.id, body: { status } };
  assert.equal((await thrown(shop.staff.putOrderStatus(paid))).status, 401);
  assert.equal((await thrown(shop.staff.putOrderStatus(paid, asAda))).status, 403);
  assert.equal((await staff.staff.putOrderStatus(paid)).status, "paid");
  assert.equal((await thrown(shop.order.show({ id: order.id }))).status, 401);
  const restocked = await staff.staff.postDeliveries({ id: product.id, body: { quantity: 5 } });
  assert.equal(restocked.stock, 6);
});

await test("what is not there is a 404", async () => {
  assert.equal((await thrown(shop.product.show({ id: 999_999 }))).status, 404);
  assert.equal((await thrown(shop.order.place({ body: { userID: 999_999, lines: [{ productID: 1, quantity: 1 }] } }))).status, 404);
});

await test("text is text", async () => {
  assert.match(await shop.getLanding(), /<h1>Shop<\/h1>/);
});

finish();
