// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// What a generated client sends and how it reads, without a server: `fetch` is a function of this file.
// Then, with STREAMS=<url>, what only a server can show.
import assert from "node:assert/strict";
import process from "node:process";
import { createClient, isProblem, orNull, ProblemError } from "./everything.generated.ts";
import type { Client, NewUser, Odd, Payment, RequestOptions, User } from "./everything.generated.ts";
import { finish, test } from "./suite.ts";

let sent: Request = new Request("https://nothing.example");
let options: RequestOptions | undefined;

/** A client whose calls are all answered in one way; what it sends is in `sent`. */
function answering(answer: () => Response, extra: Partial<Parameters<typeof createClient>[0]> = {}): Client {
  return createClient({
    baseURL: "https://api.example/base/",
    fetch: (input, init) => {
      options = init as RequestOptions;
      sent = new Request(input, init);
      return Promise.resolve(answer());
    },
    ...extra,
  });
}

const json = (value: unknown, status = 200): Response => Response.json(value, { status });
const nothing = (): Response => new Response(null, { status: 204 });
const ada: User = {
  id: 1, name: "Ada", createdAt: "2026-11-22T15:04:05Z", status: "active", tags: [], manager: null,
};

await test("a query has what was said and nothing else", async () => {
  const client = answering(() => json({ items: [ada], total: 1 }));
  const page = await client.users.list({
    page: 2, tag: ["a b", "c&d"], sort: "-created_at", since: new Date(0), ids: [1, 2], near: { lat: 0.5, lon: -1 },
    xTraceID: "4c1d3ff6-7d8e-4f7b-b7a5-111111111111",
  });
  assert.equal(page.items[0]?.name, "Ada");
  const url = new URL(sent.url);
  assert.equal(url.pathname, "/base/users");
  assert.deepEqual([...url.searchParams], [
    ["page", "2"], ["tag", "a b"], ["tag", "c&d"], ["sort", "-created_at"], ["since", "1970-01-01T00:00:00.000Z"],
    ["ids", "1,2"], ["near[lat]", "0.5"], ["near[lon]", "-1"],
  ]);
  assert.equal(sent.headers.get("x-trace-id"), "4c1d3ff6-7d8e-4f7b-b7a5-111111111111");
  await client.users.list();
  assert.equal(sent.url, "https://api.example/base/users");
  await client.users.list({ page: undefined, tag: [], ids: [] });
  assert.equal(sent.url, "https://api.example/base/users");
});

await test("a body is JSON, an absent member stays absent, null is null, a date is RFC 3339", async () => {
  const client = answering(() => json(ada, 201));
  const body: NewUser = { name: "Ada", age: null, born: new Date(0), tags: undefined };
  const user: User = await client.users.create({ body });
  assert.equal(user.id, 1);
  assert.equal(sent.method, "POST");
  assert.equal(sent.headers.get("content-type"), "application/json");
  assert.deepEqual(await sent.json(), { name: "Ada", age: null, born: "1970-01-01T00:00:00.000Z" });
});

await test("a segment of the path cannot become another path", async () => {
  const client = answering(() => new Response("x"));
  await client.files.download({ path: ["a/b", "ü?#", "%2e"] });
  assert.equal(new URL(sent.url).pathname, "/base/files/a%2Fb/%C3%BC%3F%23/%252e");
  for (const part of ["..", ".", ""]) {
    await assert.rejects(client.files.download({ path: ["a", part] }), /'path' is part of the path and cannot be/);
  }
  await client.files.report({ id: "../x" });
  assert.equal(new URL(sent.url).pathname, "/base/files/report-..%2Fx.pdf");
});

await test("200 and 204 of one operation are a value and undefined", async () => {
  assert.equal((await answering(() => json(ada)).users.change({ id: 1, body: { age: null } }))?.name, "Ada");
  assert.equal(sent.headers.get("content-type"), "application/merge-patch+json");
  assert.equal(await answering(nothing).users.change({ id: 1, body: {} }), undefined);
  assert.equal(await answering(nothing).users.delete({ id: 1 }), undefined);
});

await test("answers of several types tell their status", async () => {
  const payment: Payment = { type: "card", number: "4242" };
  const result = await answering(() => json({ name: "job", progress: 0.5 }, 202)).users.pay({ id: 1, body: payment });
  assert.equal(result.status, 202);
  if (result.status === 202) assert.equal(result.body.progress, 0.5);
  assert.deepEqual(await sent.json(), { type: "card", number: "4242" });
  assert.deepEqual(await answering(nothing).users.pay({ id: 1, body: { type: "cash" } }), { status: 204, body: undefined });
});

await test("a problem is thrown with all that it says", async () => {
  const problem = {
    type: "about:blank", title: "Unprocessable Content", status: 422, code: "invalid_body", detail: "It does not fit.",
    errors: [{ code: "missing", message: "is required", pointer: "/name", params: { min: 1, values: ["a"] } }], left: 3,
  };
  const client = answering(() =>
    Response.json(problem, { status: 422, headers: { "content-type": "application/problem+json", "retry-after": "7" } })
  );
  const error = await client.users.create({ body: { name: "" } }).then(() => assert.fail(), (error: unknown) => error);
  assert.ok(error instanceof ProblemError && error instanceof Error);
  assert.ok(isProblem(error, "invalid_body") && !isProblem(error, "other") && !isProblem(new Error("x")));
  assert.equal(error.status, 422);
  assert.equal(error.messageAt("/name"), "is required");
  assert.deepEqual([error.errors[0]?.params?.min, error.errors[0]?.params?.values], [1, ["a"]]);
  assert.equal(error.problem["left"], 3);
  assert.equal(error.headers.get("retry-after"), "7");
  assert.equal(error.message, "422 Unprocessable Content: It does not fit.");
});

await test("an error answer that is no problem is one all the same", async () => {
  for (const body of ["<html>", "null", "[1]", "\"text\"", "{", '{"errors":"x"}']) {
    for (const type of ["text/html", "application/json"]) {
      const client = answering(() => new Response(body, { status: 502, statusText: "Bad Gateway", headers: { "content-type": type } }));
      const error = await client.ping().then(() => assert.fail(), (error: unknown) => error);
      assert.ok(error instanceof ProblemError, `${type} ${body}: ${error}`);
      assert.deepEqual([error.status, error.problem.title, error.errors], [502, "Bad Gateway", []]);
      assert.equal(error.problem["0"], undefined);
    }
  }
});

await test("orNull is null for 404 and throws anything else", async () => {
  assert.equal(await orNull(answering(() => json({ title: "Not Found" }, 404)).users.show({ id: 1 })), null);
  assert.equal((await orNull(answering(() => json(ada)).users.show({ id: 1 })))?.name, "Ada");
  await assert.rejects(orNull(answering(() => json({}, 403)).users.show({ id: 1 })), ProblemError);
});

await test("a success that is not JSON is told as what it is", async () => {
  const client = answering(() => new Response("<html>", { headers: { "content-type": "text/html" } }));
  await assert.rejects(client.users.show({ id: 1 }), {
    name: "TypeError", message: "GET /users/1 answered 200 with text/html where JSON was expected.",
  });
});

await test("fields: the call wins over the client, functions are asked each time", async () => {
  let asked = 0;
  const client = answering(() => new Response("pong"), {
    headers: () => Promise.resolve({ "X-Staff": "no", "X-Count": `${++asked}`, "X-None": undefined }),
    token: () => "secret",
  });
  assert.equal(await client.ping(), "pong");
  await client.ping({ headers: { "x-staff": "yes" } });
  assert.deepEqual(
    ["x-staff", "x-count", "x-none", "authorization", "accept"].map((name) => sent.headers.get(name)),
    ["yes", "2", null, "Bearer secret", "text/*, application/problem+json"],
  );
});

await test("options reach fetch, and the answer can be seen", async () => {
  let status = 0;
  const controller = new AbortController();
  const client = answering(() => new Response("pong"));
  await client.ping({
    cache: "no-store", next: { revalidate: 60, tags: ["users"] }, signal: controller.signal,
    onResponse: (response) => (status = response.status),
  });
  assert.equal(status, 200);
  assert.deepEqual(options?.next, { revalidate: 60, tags: ["users"] });
  assert.equal(options?.signal, controller.signal);
  assert.ok(options !== undefined && !("onResponse" in options));
});

const odd = (members: Partial<Omit<Odd, "constructor">> = {}): Odd => ({ constructor: "c", count: 1, ...members });
const beyond = Number.MAX_SAFE_INTEGER + 1;

await test("a whole number that JavaScript rounds is an error, wherever it comes", async () => {
  const answers: [string, string][] = [
    ['{"constructor":"c","count":9007199254740993}', "/count"],
    ['{"constructor":"c","count":-9007199254740992}', "/count"],
    ['{"constructor":"c","count":1,"__proto__":9007199254740993}', "/__proto__"],
    ['{"constructor":"c","count":1,"inner":[{"constructor":"c","count":1e30}]}', "/inner/0/count"],
    ['{"constructor":"c","count":1,"byName":{"a":null,"b":18446744073709551615}}', "/byName/b"],
    ['{"constructor":"c","count":1,"either":9007199254740993}', "/either"],
    ['{"constructor":"c","count":1,"tagged":{"kind":"whole","size":9007199254740993}}', "/tagged/size"],
  ];
  for (const [text, place] of answers) {
    const client = answering(() => new Response(text, { headers: { "content-type": "application/json" } }));
    await assert.rejects(client.odd({ constructorParameter: 1, body: odd() }), {
      name: "RangeError",
      message: `PUT /odd/1 answered 200 at '${place}': a whole number beyond Number.MAX_SAFE_INTEGER, which JavaScript rounds.`,
    });
  }
});

await test("a whole number that JavaScript rounds is not sent", async () => {
  const client = answering(() => json(odd()));
  const wrong: [Parameters<Client["odd"]>[0], string][] = [
    [{ constructorParameter: beyond, body: odd() }, "constructor"],
    [{ constructorParameter: 1, sizes: [1, -beyond], body: odd() }, "sizes at '/1'"],
    [{ constructorParameter: 1, body: odd({ inner: [odd({ count: beyond })] }) }, "body at '/inner/0/count'"],
    [{ constructorParameter: 1, body: odd({ tagged: { kind: "whole", size: beyond } }) }, "body at '/tagged/size'"],
  ];
  for (const [call, place] of wrong) {
    const before = sent;
    await assert.rejects(client.odd(call), (error: RangeError) => error.message.startsWith(`${place}: a whole number`));
    assert.equal(sent, before, "it was sent");
  }
});

await test("numbers that are exact, or no whole ones, pass", async () => {
  const value = odd({
    count: Number.MAX_SAFE_INTEGER, weight: 1e300, either: "9007199254740993", byName: { constructor: -1, x: null },
    tagged: { kind: "any", size: beyond },
  });
  const client = answering(() => json(value));
  assert.deepEqual(await client.odd({ constructorParameter: Number.MIN_SAFE_INTEGER, body: value }), value);
  assert.deepEqual(await sent.json(), JSON.parse(JSON.stringify(value)));
});

await test("names that every object has are sent when they are given, and only then", async () => {
  const client = answering(() => json(odd()));
  await client.odd({ constructorParameter: 7, proto: "a", toStringParameter: "b", body: odd() });
  assert.equal(sent.url, "https://api.example/base/odd/7?__proto__=a&toString=b");
  await client.odd({ constructorParameter: 7, body: odd() });
  assert.equal(sent.url, "https://api.example/base/odd/7");
  const body: Odd = JSON.parse('{"__proto__":5,"constructor":"c","count":1}');
  await client.odd({ constructorParameter: 7, body });
  assert.equal(await sent.text(), '{"__proto__":5,"constructor":"c","count":1}');
});

await test("forms and files", async () => {
  const client = answering(nothing);
  await client.login({ body: { user: "ada", password: "a&b=c", stay: true } });
  assert.equal(await sent.text(), "user=ada&password=a%26b%3Dc&stay=true");
  await client.login({ body: new URLSearchParams({ user: "x" }) });
  assert.equal(await sent.text(), "user=x");

  const storing = answering(() => json("https://cdn.example/1", 201));
  const file = new File(["bytes"], "a.png", { type: "image/png" });
  assert.equal(await storing.files.upload({ body: { avatar: file, others: [file, file], caption: "Me" } }), "https://cdn.example/1");
  const form = await sent.formData();
  assert.equal((form.get("avatar") as File).name, "a.png");
  assert.equal(await (form.get("avatar") as File).text(), "bytes");
  assert.equal(form.getAll("others").length, 2);
  assert.equal(form.get("caption"), "Me");
  await storing.files.upload({ body: form });
  assert.equal((await sent.formData()).get("caption"), "Me");
});

await test("bytes, text and nothing", async () => {
  const client = answering(() => new Response(new Uint8Array([0, 255])));
  assert.deepEqual(await client.files.download({ path: ["a"] }), new Uint8Array([0, 255]));
  assert.equal(sent.headers.get("accept"), "*/*, application/problem+json");
  const storing = answering(nothing);
  await storing.files.replace({ path: ["a"], body: new Uint8Array([1, 2]) });
  assert.equal(sent.headers.get("content-type"), "application/octet-stream");
  assert.deepEqual(new Uint8Array(await sent.arrayBuffer()), new Uint8Array([1, 2]));
  const noting = answering(() => json({ any: ["thing"] }));
  assert.deepEqual(await noting.note({ body: "hello" }), { any: ["thing"] });
  assert.equal(await sent.text(), "hello");
  await noting.note();
  assert.equal(sent.headers.get("content-type"), null);
});

await test("events, however their bytes are cut", async () => {
  const text = "\uFEFF: hello\n\nevent: move\ndata: 1\ndata:2\nid: 7\n\ndata: ü\r\n\r\ndata\r\rid: a\0b\ndata: x\n\nlost: 1\ndata: cut";
  const bytes = new TextEncoder().encode(text);
  for (const size of [1, 2, 3, 7, bytes.length]) {
    const client = answering(() =>
      new Response(
        new ReadableStream({
          start(stream) {
            for (let at = 0; at < bytes.length; at += size) stream.enqueue(bytes.slice(at, at + size));
            stream.close();
          },
        }),
      )
    );
    const events = [];
    for await (const event of await client.events()) events.push(event);
    assert.deepEqual(events, [
      { event: "move", data: "1\n2", id: "7" },
      { event: "message", data: "ü", id: "7" },
      { event: "message", data: "", id: "7" },
      { event: "message", data: "x", id: "7" },
    ], `pieces of ${size}`);
  }
});

await test("leaving the loop over events ends the request", async () => {
  let ended = false;
  const stream = new ReadableStream({
    pull: (stream) => stream.enqueue(new TextEncoder().encode("data: x\n\n")),
    cancel: () => void (ended = true),
  });
  for await (const event of await answering(() => new Response(stream)).events()) {
    assert.equal(event.data, "x");
    break;
  }
  assert.ok(ended);
});

const streams = process.env["STREAMS"];
if (streams !== undefined) {
  await test("an event is there before the next one is sent", async () => {
    const client = createClient({ baseURL: streams });
    const seen = [];
    for await (const event of await client.events()) {
      seen.push(event.data);
      // The server sends the second only when it is asked for.
      if (seen.length === 1) assert.equal(await client.ping(), "pong");
    }
    assert.deepEqual(seen, ["first", "second"]);
  });

  await test("a signal ends a call that is waiting", async () => {
    const controller = new AbortController();
    const call = createClient({ baseURL: streams }).note({ body: "wait" }, { signal: controller.signal });
    controller.abort();
    await assert.rejects(call, { name: "AbortError" });
  });
}

finish();
