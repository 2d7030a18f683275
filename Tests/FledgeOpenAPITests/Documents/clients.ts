// A client of Everything 1.2.0, written by Fledge from its document.
// Do not edit it: generate it again (`fledge-openapi client ts`).
//
// Whole numbers are `number`: a RangeError tells of one beyond Number.MAX_SAFE_INTEGER.

/**
 * An API with one of each thing that a client has to write.
 *
 * Nobody serves it. *​/ ends no comment.
 */
export interface Client {
  /**
   * Whether somebody is there.
   *
   * `GET /ping`.
   */
  ping(options?: RequestOptions): Promise<string>;
  /**
   * Names that every object of JavaScript has, and numbers that it has not.
   *
   * `PUT /odd/{constructor}`.
   */
  odd(
    parameters: {
      constructorParameter: number;
      proto?: string | undefined;
      toStringParameter?: string | undefined;
      sizes?: number[] | undefined;
      body: Odd;
    },
    options?: RequestOptions,
  ): Promise<Odd>;
  /** `POST /login`. */
  login(parameters: { body: LoginBody | URLSearchParams }, options?: RequestOptions): Promise<void>;
  /** `POST /notes`. */
  note(parameters?: { body?: string | undefined }, options?: RequestOptions): Promise<unknown>;
  /**
   * What happens, as it happens.
   *
   * `GET /events`.
   */
  events(options?: RequestOptions): Promise<AsyncIterable<ServerSentEvent>>;
  /** `GET /old`. */
  getOld(options?: RequestOptions): Promise<void>;
  /** People who can order. */
  readonly users: UsersAPI;
  readonly files: FilesAPI;
}

/** People who can order. */
export interface UsersAPI {
  /**
   * All users, a page at a time.
   *
   * `GET /users`.
   *
   * @throws {ProblemError} with status 400.
   */
  list(
    parameters?: {
      /** Default: 1. */
      page?: number | undefined;
      /** Only those with all of these. */
      tag?: string[] | undefined;
      /** Default: "name". */
      sort?: UsersListSort | undefined;
      since?: DateTime | Date | undefined;
      ids?: number[] | undefined;
      near?: Point | undefined;
      xTraceID?: UUID | undefined;
    },
    options?: RequestOptions,
  ): Promise<PageOfUser>;

  /**
   * A new user.
   *
   * Sends a letter of welcome.
   *
   * `POST /users`, with a token or the header 'X-Staff'.
   *
   * @throws {ProblemError} with status 409 (An error), 422.
   */
  create(parameters: { body: NewUser }, options?: RequestOptions): Promise<User>;

  /**
   * `GET /users/{id}`.
   *
   * @throws {ProblemError} with status 404.
   */
  show(parameters: { id: UserID }, options?: RequestOptions): Promise<User>;

  /** `PATCH /users/{id}`. */
  change(
    parameters: {
      id: UserID;
      body: UserChange;
    },
    options?: RequestOptions,
  ): Promise<User | undefined>;

  /**
   * `DELETE /users/{id}`.
   *
   * @throws {ProblemError} with status 404.
   *
   * @deprecated
   */
  delete(parameters: { id: UserID }, options?: RequestOptions): Promise<void>;

  /** `POST /users/{id}/payments`. */
  pay(
    parameters: {
      id: number;
      body: Payment;
    },
    options?: RequestOptions,
  ): Promise<{ status: 200; body: Receipt } | { status: 202; body: Job } | { status: 204; body: undefined }>;
}

export interface FilesAPI {
  /** `GET /files/{path}`. */
  download(parameters: { path: string[] }, options?: RequestOptions): Promise<Uint8Array>;

  /** `PUT /files/{path}`. */
  replace(parameters: { path: string[]; body: BodyInit }, options?: RequestOptions): Promise<void>;

  /** `GET /files/report-{id}.pdf`. */
  report(parameters: { id: UUID }, options?: RequestOptions): Promise<Uint8Array>;

  /** `POST /avatars`. */
  upload(
    parameters: {
      body: FilesUploadBody | FormData;
    },
    options?: RequestOptions,
  ): Promise<string>;

  /** `POST /attachments`. */
  attach(
    parameters: {
      body: Record<string, unknown> | FormData;
    },
    options?: RequestOptions,
  ): Promise<void>;
}

/** Has whole numbers wherever there can be some, and other numbers beside. */
export interface Odd {
  constructor: string;
  __proto__?: number;
  count: number;
  weight?: number;
  inner?: Odd[];
  byName?: Record<string, number | null>;
  either?: OddEither;
  tagged?: OddTagged;
}

export type OddEither =
  | number
  | string;

export type OddTagged =
  | ({ kind: "whole" } & OddTaggedWhole)
  | ({ kind: "any" } & OddTaggedAny);

export interface OddTaggedWhole {
  size: number;
}

export interface OddTaggedAny {
  size: number;
}

export type UsersListSort = "name" | "-created_at";

export interface Point {
  lat: number;
  lon: number;
}

export interface PageOfUser {
  items: User[];
  total: number;
}

/** Somebody who can order. */
export interface User {
  id: UserID;
  /** Shown on invoices. */
  name: string;
  age?: number;
  createdAt: DateTime;
  status: Status;
  /** Default: []. */
  tags: string[];
  manager: User | null;
  reports?: User[];
  home_page?: string;
  scores?: Record<string, number>;
  extra?: unknown;
  default?: boolean;
}

/** The number of a user. */
export type UserID = number;

/** Where somebody is. */
export type Status = "active" | "on leave" | "gone";

export interface NewUser {
  name: string;
  age?: number | null | undefined;
  born?: DateTime | Date | undefined;
  /** Default: []. */
  tags?: string[] | undefined;
  key?: Base64 | undefined;
  level?: Level | undefined;
  stars?: 1 | 2 | 3 | null | undefined;
  address?: NewUserAddress | undefined;
}

/** How far somebody is. */
export type Level = 1 | 2;

export interface NewUserAddress {
  city: string;
  kind?: NewUserAddressKind | undefined;
}

export type NewUserAddressKind = "home" | "work";

export interface UserChange {
  name?: string | undefined;
  age?: number | null | undefined;
}

/** How somebody pays. */
export type Payment =
  | ({ type: "card" } & PaymentCard)
  | { type: "cash" }
  | ({ type: "transfer" } & Transfer)
  | ({ type: "in_place" } & PaymentInPlace);

export interface PaymentCard {
  number: string;
}

export interface Transfer {
  iban: string;
}

export interface PaymentInPlace {
  lat: number;
  lon: number;
}

export interface Receipt {
  paid: Payment;
  total: string;
  file: ReceiptFile;
}

export type ReceiptFile =
  | string
  | number
  | FileModel;

export interface FileModel {
  name: string;
  [name: string]: unknown;
}

export interface Job {
  name: string;
  /** From 0 to 1. */
  progress: number;
  [name: string]: unknown;
}

export interface FilesUploadBody {
  avatar: Blob;
  others?: Blob[] | undefined;
  caption?: string | undefined;
}

export interface LoginBody {
  user: string;
  password: string;
  stay?: boolean | undefined;
}

/** A moment (RFC 3339): `new Date(value)` reads it, `date.toISOString()` makes one. */
export type DateTime = string;

/** A UUID, with dashes. */
export type UUID = string;

/** Bytes in base64. */
export type Base64 = string;

/** Header fields by name; `undefined` is left out. */
export type HeaderValues = Record<string, string | undefined>;

/** Where the API is, and what every call sends. */
export interface ClientOptions {
  /**
   * `"https://shop.example"`; a path behind it comes before all others. In a browser, `""` is
   * the page's own origin.
   */
  baseURL: string;
  /** Instead of the global `fetch`: to trace, to retry, to test. */
  fetch?: typeof globalThis.fetch | undefined;
  /**
   * Fields of every call. A function is asked at each call: on a server it can pass on what the
   * present request has.
   */
  headers?: HeaderValues | (() => HeaderValues | Promise<HeaderValues>) | undefined;
  /** Sent as `Authorization: Bearer …`. A function is asked at each call. */
  token?: string | (() => string | undefined | Promise<string | undefined>) | undefined;
}

type FetchOptions = Omit<RequestInit, "body" | "headers" | "method" | "next" | "signal">;

/**
 * What one call can say besides its parameters: all options of `fetch`, such as `cache`,
 * `credentials` or Next.js's `next`.
 */
export type RequestOptions = FetchOptions & {
  /** Fields of this call; they win over those of the client. */
  headers?: HeaderValues | undefined;
  /** Ends the call: `AbortSignal.timeout(5000)`, or the signal of a controller. */
  signal?: AbortSignal | null | undefined;
  /** How Next.js keeps the answer. */
  next?: { revalidate?: number | false; tags?: string[] } | undefined;
  /** Sees the answer before its body is read: for its status and its header fields. */
  onResponse?: ((response: Response) => void) | undefined;
};

/** An error answer (RFC 9457). */
export interface Problem {
  type: string;
  title: string;
  status: number;
  /** What happened this time. */
  detail?: string;
  /** A stable word for programs: `"email_taken"`. */
  code?: string;
  /** What is wrong with which part of the input. */
  errors?: Violation[];
  /** Names this request in the server's log. */
  requestId?: string;
  /** What this kind of problem tells besides. */
  [name: string]: unknown;
}

/**
 * One thing that is wrong with the input, and where: one of `pointer`, `parameter`, `header`
 * and `cookie` is there.
 */
export interface Violation {
  /** A stable word for programs: `"missing"`. */
  code: string;
  message: string;
  /** The member of the body, as a JSON Pointer: `"/lines/0/quantity"`. */
  pointer?: string;
  parameter?: string;
  header?: string;
  cookie?: string;
  /** What the message says, to say it in other words. */
  params?: ViolationParams;
}

/** What a value must be; what is there depends on the code of the violation. */
export interface ViolationParams {
  min?: number;
  max?: number;
  greaterThan?: number;
  lessThan?: number;
  multipleOf?: number;
  values?: (string | number)[];
  pattern?: string;
  [name: string]: unknown;
}

/**
 * Thrown when the server answers with a status of 400 or more. What keeps an answer from coming
 * at all is thrown by `fetch`.
 */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly problem: Problem;
  /** The header fields of the answer, such as `Retry-After`. */
  readonly headers: Headers;

  constructor(problem: Problem, headers: Headers) {
    const kind = `${problem.status} ${problem.title}`;
    super(problem.detail === undefined ? kind : `${kind}: ${problem.detail}`);
    this.problem = problem;
    this.headers = headers;
  }

  get status(): number {
    return this.problem.status;
  }

  get code(): string | undefined {
    return this.problem.code;
  }

  /** What is wrong with which part of the input; empty when the problem is another one. */
  get errors(): Violation[] {
    return this.problem.errors ?? [];
  }

  /** What is wrong at one place, for a form to show there: `error.messageAt("/email")`. */
  messageAt(place: string): string | undefined {
    const isThere = (error: Violation) => error.pointer === place || error.parameter === place;
    return this.errors.find(isThere)?.message;
  }
}

/** Whether what was thrown is a problem, and the one with this code, when one is given. */
export function isProblem(error: unknown): error is ProblemError;
export function isProblem<Code extends string>(
  error: unknown,
  code: Code,
): error is ProblemError & { readonly code: Code };
export function isProblem(error: unknown, code?: string): boolean {
  return error instanceof ProblemError && (code === undefined || error.code === code);
}

/**
 * The result, or `null` where the server says that there is none:
 * `const user = await orNull(client.users.show({ id }))`.
 */
export async function orNull<Result>(call: Promise<Result>): Promise<Result | null> {
  try {
    return await call;
  } catch (error) {
    if (isProblem(error) && error.status === 404) return null;
    throw error;
  }
}

/** One event of a stream. Leaving the loop over them ends the request. */
export interface ServerSentEvent {
  /** `"message"` unless the server says another. */
  event: string;
  data: string;
  /** The last id that the server gave; empty when it gave none. */
  id: string;
}

/**
 * A client of Everything.
 *
 * One is enough for a program: it keeps no state but its options.
 */
export function createClient(client: ClientOptions): Client {
  const send = sender(client);
  return {
    ping: async (options) => send({
      method: "GET",
      path: `/ping`,
      answers: { 200: "text" },
      options,
    }),
    odd: async (parameters, options) => send({
      method: "PUT",
      path: `/odd/${segment("constructor", exact(parameters.constructorParameter, true, "constructor"))}`,
      query: {
        ["__proto__"]: parameters.proto,
        toString: parameters.toStringParameter,
        sizes: exact(parameters.sizes, { items: true }, "sizes"),
      },
      body: json(exact(parameters.body, "Odd", "body")),
      answers: { 200: "json" },
      wholes: { 200: "Odd" },
      options,
    }),
    login: async (parameters, options) => send({
      method: "POST",
      path: `/login`,
      body: urlEncoded(parameters.body),
      answers: { 204: "none" },
      options,
    }),
    note: async (parameters = {}, options) => send({
      method: "POST",
      path: `/notes`,
      body: { type: "text/plain", data: parameters.body },
      answers: { 200: "json" },
      options,
    }),
    events: async (options) => send({
      method: "GET",
      path: `/events`,
      answers: { 200: "events" },
      options,
    }),
    getOld: async (options) => send({
      method: "GET",
      path: `/old`,
      answers: { 200: "none" },
      options,
    }),
    users: {
      list: async (parameters = {}, options) => send({
        method: "GET",
        path: `/users`,
        query: {
          page: exact(parameters.page, true, "page"),
          tag: parameters.tag,
          sort: parameters.sort,
          since: parameters.since,
          ids: commas(exact(parameters.ids, { items: true }, "ids")),
          near: parameters.near,
        },
        headers: {
          "X-Trace-ID": parameters.xTraceID,
        },
        answers: { 200: "json" },
        wholes: { 200: "PageOfUser" },
        options,
      }),
      create: async (parameters, options) => send({
        method: "POST",
        path: `/users`,
        body: json(exact(parameters.body, "NewUser", "body")),
        answers: { 201: "json" },
        wholes: { 201: "User" },
        options,
      }),
      show: async (parameters, options) => send({
        method: "GET",
        path: `/users/${segment("id", exact(parameters.id, "UserID", "id"))}`,
        answers: { 200: "json" },
        wholes: { 200: "User" },
        options,
      }),
      change: async (parameters, options) => send({
        method: "PATCH",
        path: `/users/${segment("id", exact(parameters.id, "UserID", "id"))}`,
        body: json(exact(parameters.body, "UserChange", "body"), "application/merge-patch+json"),
        answers: { 200: "json", 204: "none" },
        wholes: { 200: "User" },
        options,
      }),
      delete: async (parameters, options) => send({
        method: "DELETE",
        path: `/users/${segment("id", exact(parameters.id, "UserID", "id"))}`,
        answers: { 204: "none" },
        options,
      }),
      pay: async (parameters, options) => send({
        method: "POST",
        path: `/users/${segment("id", exact(parameters.id, true, "id"))}/payments`,
        body: json(parameters.body),
        answers: { 200: "json", 202: "json", 204: "none" },
        wholes: { 200: "Receipt" },
        byStatus: true,
        options,
      }),
    },
    files: {
      download: async (parameters, options) => send({
        method: "GET",
        path: `/files/${segments("path", parameters.path)}`,
        answers: { 200: "bytes" },
        options,
      }),
      replace: async (parameters, options) => send({
        method: "PUT",
        path: `/files/${segments("path", parameters.path)}`,
        body: { type: "application/octet-stream", data: parameters.body },
        answers: { 204: "none" },
        options,
      }),
      report: async (parameters, options) => send({
        method: "GET",
        path: `/files/report-${segment("id", parameters.id)}.pdf`,
        answers: { 200: "bytes" },
        options,
      }),
      upload: async (parameters, options) => send({
        method: "POST",
        path: `/avatars`,
        body: multipart(parameters.body),
        answers: { 201: "json" },
        options,
      }),
      attach: async (parameters, options) => send({
        method: "POST",
        path: `/attachments`,
        body: multipart(parameters.body),
        answers: { 204: "none" },
        options,
      }),
    },
  };
}

type AnswerKind = "json" | "text" | "bytes" | "events" | "none";

interface Payload {
  /** Absent for forms with files: their separator is known to `fetch` alone. */
  type?: string;
  data: BodyInit | undefined;
}

interface Call {
  method: string;
  path: string;
  query?: Record<string, unknown>;
  headers?: Record<string, unknown>;
  body?: Payload;
  answers: Record<number, AnswerKind>;
  wholes?: Record<number, Whole>;
  /** Whether the result tells which status it is of. */
  byStatus?: boolean;
  options: RequestOptions | undefined;
}

function sender(client: ClientOptions): <Result>(call: Call) => Promise<Result> {
  const base = client.baseURL.endsWith("/") ? client.baseURL.slice(0, -1) : client.baseURL;
  return async <Result>(call: Call): Promise<Result> => {
    const { headers, onResponse, ...options } = call.options ?? {};
    const { type, data } = call.body ?? {};
    const fields = new Headers({ accept: accepted(call.answers) });
    if (data !== undefined && type !== undefined) fields.set("content-type", type);
    const token = await asked(client.token);
    if (token !== undefined) fields.set("authorization", `Bearer ${token}`);
    for (const source of [await asked(client.headers), call.headers, headers]) {
      for (const [name, value] of Object.entries(source ?? {})) {
        if (value !== undefined && value !== null) fields.set(name, asText(value));
      }
    }
    const request = { ...options, method: call.method, headers: fields };
    const init = data === undefined ? request : { ...request, body: data };
    const fetch = client.fetch ?? globalThis.fetch;
    const response = await fetch(base + call.path + search(call.query), init as RequestInit);
    onResponse?.(response);
    if (response.status >= 400) throw await problemError(response);
    const body = await result(response, call);
    return (call.byStatus ? { status: response.status, body } : body) as Result;
  };
}

function asked<Value>(value: Value | (() => Value | Promise<Value>)): Value | Promise<Value> {
  return typeof value === "function" ? (value as () => Value | Promise<Value>)() : value;
}

function accepted(answers: Record<number, AnswerKind>): string {
  const types: Record<AnswerKind, string[]> = {
    json: ["application/json"],
    text: ["text/*"],
    bytes: ["*/*"],
    events: ["text/event-stream"],
    none: [],
  };
  const wanted = new Set(Object.values(answers).flatMap((kind) => types[kind]));
  return [...wanted, "application/problem+json"].join(", ");
}

async function result(response: Response, call: Call): Promise<unknown> {
  // A status that is not in the document is read as the first that is.
  const first = Number(Object.keys(call.answers)[0]);
  const status = response.status in call.answers ? response.status : first;
  const kind = call.answers[status];
  switch (response.status === 204 ? "none" : kind) {
    case "json": {
      const type = response.headers.get("content-type") ?? "nothing";
      if (/^application\/([^;]*\+)?json/i.test(type)) {
        const what = `${call.method} ${call.path} answered ${response.status}`;
        return exact(await response.json(), call.wholes?.[status], what);
      }
      await response.body?.cancel();
      const answer = `${call.method} ${call.path} answered ${response.status} with ${type}`;
      throw new TypeError(`${answer} where JSON was expected.`);
    }
    case "text":
      return await response.text();
    case "bytes":
      return new Uint8Array(await response.arrayBuffer());
    case "events":
      return events(response);
    default:
      // A body that nobody reads would keep its connection busy.
      await response.body?.cancel();
      return undefined;
  }
}

/** Every error answer becomes a problem, whoever gave it: a proxy in between sends pages. */
async function problemError(response: Response): Promise<ProblemError> {
  const { status, statusText } = response;
  const problem: Problem = { type: "about:blank", title: statusText || "Error", status };
  const text = await response.text();
  if (/^application\/([^;]*\+)?json/i.test(response.headers.get("content-type") ?? "")) {
    try {
      const document: unknown = JSON.parse(text);
      if (!Array.isArray(document) && typeof document === "object") {
        Object.assign(problem, document, { status });
      }
    } catch {
      problem.detail = "The server's account of the error is not valid JSON.";
    }
  }
  if (problem.errors !== undefined && !Array.isArray(problem.errors)) delete problem.errors;
  return new ProblemError(problem, response.headers);
}

function asText(value: unknown): string {
  return value instanceof Date ? value.toISOString() : String(value);
}

function search(query: Record<string, unknown> | undefined): string {
  const text = new URLSearchParams(texts(query ?? {})).toString();
  return text === "" ? "" : `?${text}`;
}

function texts(values: object): [string, string][] {
  return allPairs(values).map(([name, value]) => [name, asText(value)]);
}

function allPairs(values: object): [string, unknown][] {
  return Object.entries(values).flatMap(([name, value]) => pairs(name, value));
}

/** A list repeats its name; a member of an object stands in brackets behind it. */
function pairs(name: string, value: unknown): [string, unknown][] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((element) => pairs(name, element));
  const isWhole = value instanceof Date || value instanceof Blob;
  if (typeof value !== "object" || isWhole) return [[name, value]];
  return Object.entries(value).flatMap(([key, member]) => pairs(`${name}[${key}]`, member));
}

function json(value: unknown, type = "application/json"): Payload {
  return { type, data: value === undefined ? undefined : JSON.stringify(value) };
}

/**
 * One segment of a path. `.` and `..` are refused: a URL that has them, escaped or not, is
 * one of another path.
 */
function segment(name: string, value: unknown): string {
  const text = asText(value);
  if (text === "" || text === "." || text === "..") {
    throw new TypeError(`'${name}' is part of the path and cannot be '${text}'.`);
  }
  return encodeURIComponent(text);
}

function segments(name: string, values: string[]): string {
  return values.map((value) => segment(name, value)).join("/");
}

function commas(values: unknown[] | undefined): string | undefined {
  return values === undefined || values.length === 0
    ? undefined
    : values.map(asText).join(",");
}

function urlEncoded(form: object | undefined): Payload {
  const type = "application/x-www-form-urlencoded";
  if (form === undefined || form instanceof URLSearchParams) return { type, data: form };
  return { type, data: new URLSearchParams(texts(form)) };
}

function multipart(form: object | undefined): Payload {
  if (form === undefined || form instanceof FormData) return { data: form };
  const data = new FormData();
  for (const [name, value] of allPairs(form)) {
    data.append(name, value instanceof Blob ? value : asText(value));
  }
  return { data };
}

/** Reads a stream of events (HTML, 9.2.6), as they come. */
async function* events(response: Response): AsyncGenerator<ServerSentEvent, void, undefined> {
  if (response.body === null) return;
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  let event = "";
  let id = "";
  let data: string[] = [];
  try {
    for (;;) {
      const { done, value: bytes } = await reader.read();
      // A CR where the text stops may be the first half of a line's end.
      const text = rest + decoder.decode(bytes, { stream: !done });
      const lines = text.split(done ? /\r\n|\n|\r/ : /\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (line === "") {
          if (data.length > 0) {
            yield { event: event || "message", data: data.join("\n"), id };
          }
          event = "";
          data = [];
          continue;
        }
        const [, name = "", value = ""] = /^([^:]*):? ?(.*)$/s.exec(line) ?? [];
        if (name === "data") data.push(value);
        else if (name === "event") event = value;
        else if (name === "id" && !value.includes("\0")) id = value;
      }
      if (done) return;
    }
  } finally {
    // It may have failed already: then there is nothing left to end.
    await reader.cancel().catch(() => undefined);
  }
}

/**
 * Where the whole numbers of a value are: it is one (`true`), it is of a type of that name, or it
 * has parts that are.
 */
type Whole = true | string | WholeParts;

interface WholeParts {
  items?: Whole;
  members?: Map<string, Whole>;
  others?: Whole;
  /** The member that tells which of the cases it is. */
  by?: string;
  cases?: Map<string, Whole>;
  some?: Whole[];
}

/** The value, unless a whole number in it is one that JavaScript rounds. */
function exact<Value>(value: Value, whole: Whole | undefined, what: string): Value {
  const place = rounded(value, whole, "");
  if (place === undefined) return value;
  const where = place === "" ? what : `${what} at '${place}'`;
  throw new RangeError(
    `${where}: a whole number beyond Number.MAX_SAFE_INTEGER, which JavaScript rounds.`,
  );
}

/** The place of the first one, as a JSON Pointer. */
function rounded(value: unknown, whole: Whole | undefined, place: string): string | undefined {
  if (whole === undefined) return undefined;
  if (whole === true) {
    return Number.isInteger(value) && !Number.isSafeInteger(value) ? place : undefined;
  }
  if (typeof whole === "string") return rounded(value, wholes[whole], place);
  for (const one of whole.some ?? []) {
    const found = rounded(value, one, place);
    if (found !== undefined) return found;
  }
  if (typeof value !== "object" || value === null) return undefined;
  if (whole.by !== undefined) {
    const tag = (value as Record<string, unknown>)[whole.by];
    return rounded(value, whole.cases?.get(String(tag)), place);
  }
  for (const [name, part] of Object.entries(value)) {
    const inner = Array.isArray(value) ? whole.items : whole.members?.get(name) ?? whole.others;
    const token = name.replaceAll("~", "~0").replaceAll("/", "~1");
    const found = rounded(part, inner, `${place}/${token}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

const wholes: Record<string, Whole> = {
  Odd: { members: new Map<string, Whole>([["__proto__", true], ["count", true], ["inner", { items: "Odd" }], ["byName", { others: true }], ["either", "OddEither"], ["tagged", "OddTagged"]]) },
  OddEither: { some: [true] },
  OddTagged: { by: "kind", cases: new Map<string, Whole>([["whole", "OddTaggedWhole"]]) },
  OddTaggedWhole: { members: new Map<string, Whole>([["size", true]]) },
  PageOfUser: { members: new Map<string, Whole>([["items", { items: "User" }], ["total", true]]) },
  User: { members: new Map<string, Whole>([["id", "UserID"], ["age", true], ["manager", "User"], ["reports", { items: "User" }]]) },
  UserID: true,
  NewUser: { members: new Map<string, Whole>([["age", true]]) },
  UserChange: { members: new Map<string, Whole>([["age", true]]) },
  Receipt: { members: new Map<string, Whole>([["file", "ReceiptFile"]]) },
  ReceiptFile: { some: [true] },
};
