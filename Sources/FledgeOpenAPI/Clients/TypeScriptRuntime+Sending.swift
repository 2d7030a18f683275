// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The part of a TypeScript client that is the same for every API: how a call is carried out.
extension TypeScriptRuntime {
    static func sending(_ features: ClientFeatures, checksWholes: Bool) -> String {
        let events =
            features.contains(.events)
            ? "\n    case \"events\":\n      return events(response);" : ""
        return sending(
            eventCase: events,
            wholes: checksWholes ? "\n  wholes?: Record<number, Whole>;" : "",
            value: checksWholes ? checkedValue : "return await response.json();")
    }

    private static let checkedValue = #"""
        {
                const what = `${call.method} ${call.path} answered ${response.status}`;
                return exact(await response.json(), call.wholes?.[status], what);
              }
        """#

    private static func sending(eventCase: String, wholes: String, value: String) -> String {
        #"""
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
          answers: Record<number, AnswerKind>;\#(wholes)
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
              if (/^application\/([^;]*\+)?json/i.test(type)) \#(value)
              await response.body?.cancel();
              const answer = `${call.method} ${call.path} answered ${response.status} with ${type}`;
              throw new TypeError(`${answer} where JSON was expected.`);
            }
            case "text":
              return await response.text();
            case "bytes":
              return new Uint8Array(await response.arrayBuffer());\#(eventCase)
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

        """#
    }
}
