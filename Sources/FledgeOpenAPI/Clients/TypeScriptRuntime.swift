// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The part of a TypeScript client that is the same for every API: what its user sees of it.
///
/// It is checked as TypeScript, in the generated files, by `scripts/test-clients`. No `enum`,
/// `namespace` or parameter property: Node runs the file by removing its types.
enum TypeScriptRuntime {
    static let interface = #"""
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

        """#

    static let eventInterface = #"""
        /** One event of a stream. Leaving the loop over them ends the request. */
        export interface ServerSentEvent {
          /** `"message"` unless the server says another. */
          event: string;
          data: string;
          /** The last id that the server gave; empty when it gave none. */
          id: string;
        }

        """#
}
