// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Functions of a TypeScript client that only some APIs need.
///
/// A strict compiler complains about a function that nobody calls.
extension TypeScriptRuntime {
    static func helpers(_ features: ClientFeatures) -> [String] {
        let all: [(ClientFeatures, String)] = [
            (.json, json), (.segment, segment), (.restOfPath, segments), (.commas, commas),
            (.form, urlEncoded), (.multipart, multipart), (.events, events),
        ]
        return all.filter { features.contains($0.0) }.map(\.1)
    }

    private static let json = #"""
        function json(value: unknown, type = "application/json"): Payload {
          return { type, data: value === undefined ? undefined : JSON.stringify(value) };
        }

        """#

    private static let segment = #"""
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

        """#

    private static let segments = #"""
        function segments(name: string, values: string[]): string {
          return values.map((value) => segment(name, value)).join("/");
        }

        """#

    private static let commas = #"""
        function commas(values: unknown[] | undefined): string | undefined {
          return values === undefined || values.length === 0
            ? undefined
            : values.map(asText).join(",");
        }

        """#

    private static let urlEncoded = #"""
        function urlEncoded(form: object | undefined): Payload {
          const type = "application/x-www-form-urlencoded";
          if (form === undefined || form instanceof URLSearchParams) return { type, data: form };
          return { type, data: new URLSearchParams(texts(form)) };
        }

        """#

    private static let multipart = #"""
        function multipart(form: object | undefined): Payload {
          if (form === undefined || form instanceof FormData) return { data: form };
          const data = new FormData();
          for (const [name, value] of allPairs(form)) {
            data.append(name, value instanceof Blob ? value : asText(value));
          }
          return { data };
        }

        """#

    private static let events = #"""
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

        """#
}
