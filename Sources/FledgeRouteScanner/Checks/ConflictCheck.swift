// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Finds requests that two handlers would answer.
///
/// The router finds them too when the app starts; this is earlier, and knows the files. Only what
/// is certain from the text is reported: routes under unlike `#if` conditions, and paths that are
/// not literals, wait for the router.
struct ConflictCheck {
    let input: ScanInput
    let routes: [Mount]

    private struct Request: Hashable {
        var verb: Verb
        var shape: PatternShape
    }

    private struct Handler {
        var mount: Mount
        var verb: Verb
        var position: Position
        var pattern: String
        var hasOwnPath: Bool
        var condition: BuildCondition
    }

    func run() -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        var known: [Request: [Handler]] = [:]
        for mount in routes {
            for handler in handlers(of: mount) {
                if handler.hasOwnPath, mount.folder.endsInCatchAll {
                    diagnostics.append(afterCatchAll(handler))
                    continue
                }
                let request = Request(verb: handler.verb, shape: PatternShape(handler.pattern))
                let others = known[request, default: []]
                if let other = others.first(where: {
                    $0.condition.certainlyMeets(handler.condition)
                }) {
                    diagnostics.append(conflict(handler, other))
                }
                known[request] = others + [handler]
            }
        }
        return diagnostics
    }

    private func handlers(of mount: Mount) -> [Handler] {
        mount.type.functions.flatMap { function in
            function.handlers.compactMap { verb, path in
                guard path != .unknown else { return nil }
                var parts = [mount.folder.pattern]
                if case .literal(let own) = path { parts.append(own) }
                let segments = parts.flatMap { $0.split(separator: "/") }
                let pattern = "/" + segments.joined(separator: "/")
                return Handler(
                    mount: mount, verb: verb, position: function.position, pattern: pattern,
                    hasOwnPath: pattern != mount.folder.pattern,
                    condition: mount.condition.and(function.condition))
            }
        }
    }

    private func afterCatchAll(_ handler: Handler) -> Diagnostic {
        .error(
            handler.mount.file.path, handler.position,
            "\(handler.verb) \(handler.pattern) can never match: the folder's catch-all takes the "
                + "rest of the path. Take the path off this handler, or move it to another folder.")
    }

    private func conflict(_ handler: Handler, _ other: Handler) -> Diagnostic {
        let place = input.displayPlace(other.mount.file, other.position)
        let theirs = "\(other.mount.type.name) (\(place))"
        let clash =
            handler.pattern == other.pattern
            ? "\(handler.verb) \(handler.pattern) is answered by \(theirs) already"
            : "\(handler.verb) \(handler.pattern) answers the same requests as "
                + "\(other.verb) \(other.pattern) of \(theirs)"
        return .error(
            handler.mount.file.path, handler.position, "\(clash). \(remedy(handler, other))")
    }

    private func remedy(_ handler: Handler, _ other: Handler) -> String {
        let mount = handler.mount
        if handler.hasOwnPath || isSameType(mount, other.mount) {
            return "Remove one of the two, or give one a path of its own: "
                + "@\(handler.verb)(\"/…\")."
        }
        guard mount.typesInFile == 1 else {
            return "Remove one of the two, or move \(mount.type.name) to a file in a folder of "
                + "its own."
        }
        let folder = FileNaming.folderName(
            for: mount.type.name, besides: mount.folder.components.last)
        let old = input.displayPath(mount.file.path)
        let new = old.dropLast(mount.file.name.count) + "\(folder)/\(mount.file.name)"
        return "Remove one of the two, or move this route to a folder of its own: "
            + FileNaming.moveCommand(from: old, to: String(new))
    }

    private func isSameType(_ one: Mount, _ other: Mount) -> Bool {
        one.type.name == other.type.name && one.file.path == other.file.path
    }
}
