// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Finds the function that `FILE:FUNCTION` names.
struct HandlerFinder {
    let index: AppIndex

    /// - Parameters:
    ///   - name: `POST` or `PATCH` of a route, `OrderController.cancel`, `cancel`, or
    ///     `POST /orders` of a closure.
    ///   - path: The file, below the app's folder.
    /// - Returns: The function, with its file.
    /// - Throws: ``Refusal`` that lists what there is.
    func find(_ name: String, in path: String) throws(Refusal) -> (FileIndex, FunctionUnit) {
        guard let file = index.files.first(where: { $0.source.path == path && !$0.isTest }) else {
            throw Refusal(
                "no-file", "The app has no file \(path).",
                remedy: "Name a file of one of its targets, from the app's folder: app/api/…")
        }
        let wanted = Self.normalized(name)
        let known = file.functions.filter { $0.body != $0.node && $0.kind != .initializer }
        let found = known.filter { Self.names(of: $0).contains(wanted) }
        guard found.count < 2, let function = found.first else {
            let listed = (found.isEmpty ? known : found).map { candidate in
                let line = file.source.position(of: candidate.node.headNode).line
                return "  \(path):\(candidate.name)  (line \(line))"
            }
            throw Refusal(
                found.isEmpty ? "no-function" : "ambiguous",
                found.isEmpty
                    ? "\(path) has no function '\(name)'."
                    : "'\(name)' may be any of \(found.count) functions of \(path).",
                remedy: listed.isEmpty ? nil : "There is:\n" + listed.joined(separator: "\n"))
        }
        return (file, function)
    }

    private static func names(of function: FunctionUnit) -> Set<String> {
        var names: Set<String> = [normalized(function.name), normalized(function.simpleName)]
        if let verb = function.verb, let path = function.pathText, !path.isEmpty {
            names.insert(normalized("\(verb) \(path)"))
        }
        return names
    }

    private static func normalized(_ name: String) -> String {
        name.split { $0.isWhitespace }.joined(separator: " ")
    }
}
