// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Handlers that no test calls.
struct UntestedHandler: Rule {
    let name = "untested-handler"
    let severity = Severity.note
    let summary = "No test calls a handler, or asks for its path."
    let explanation = """
        A test calls a handler as a method of its type, or asks for its path with a client. A handler that \
        is in neither is only tried by users. The paths are read from the tests' texts: what is put together \
        at run time, beyond an interpolation for a segment or a prefix, is not seen.
        """

    func findings(in context: RuleContext) -> [Finding] {
        let handlers = Reach.handlers(context)
        if context.tests.isEmpty {
            guard let first = handlers.first else { return [] }
            return [
                finding(
                    at: first.function, in: first.file,
                    "No test calls a handler: this app has no tests, and \(handlers.count) handlers.",
                    suggestion:
                        "Add a test target; app.test { client in … } needs no port and no mocks.")
            ]
        }
        let reach = Reach(context)
        return handlers.compactMap { file, function in
            guard !reach.isTested(handler: function) else { return nil }
            let paths = context.routes.entries.filter { $0.function.node == function.node }
            let path = paths.first.map { "\($0.verb) \($0.path)" }
            let how =
                function.kind == .closure
                ? "client.\((function.verb ?? "GET").lowercased())(\"…\")"
                : "\(function.owner ?? "")(…).\(function.simpleName)(…)"
            return finding(
                at: function, in: file,
                "No test calls \(function.name)\(path.map { $0 == function.name ? "" : " (\($0))" } ?? "").",
                suggestion: "Call it in a test, as \(how), or ask for its path with a client.")
        }
    }
}
