// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The generated page of code that mounts the file routes, taken apart.
///
/// FledgeRouteScanner writes it (`GeneratedFile`, `MountTree`): a line for each call, and a group for
/// each folder with middleware.
struct MountPage: Hashable, Sendable {
    /// One call that mounts a route.
    struct Mount: Hashable, Sendable {
        /// `/api/users/:id`.
        var path: String
        var type: String
        /// Below the folder of the routes.
        var file: String
        /// The middleware of the folders around it, outermost first.
        var middleware: [String]
        /// What the innermost folder with middleware is called in the code.
        var group: String
    }

    /// The folder of the routes, in the package.
    let folder: String
    let mounts: [Mount]
    /// The imports and `enum FileRoutes`, as they stand there.
    let declarations: String
    /// The body of the generated `main`, without its indentation; nil if the app has a main.
    let main: String?

    /// Reads a generated file.
    ///
    /// - Returns: Nil when it mounts nothing by itself, as for an app whose `FileRoutes` is its own.
    init?(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let folder = lines.first?.between("from the folder ", "/. Do not edit"),
            let begin = lines.firstIndex(where: { $0.contains("import ") || $0.hasPrefix("#if") }),
            let end = lines[begin...].firstIndex(of: "}")
        else { return nil }
        self.folder = folder
        self.declarations = lines[begin...end].joined(separator: "\n")
        self.mounts = Self.mounts(lines[begin...end])
        self.main = Self.main(lines[lines.index(after: end)...])
    }

    private static func mounts(_ lines: ArraySlice<String>) -> [Mount] {
        var mounts: [Mount] = []
        var groups: [(name: String, middleware: [String])] = []
        for line in lines {
            let text = line.drop { $0 == " " }
            if let name = String(text).between(".group { ", " in") {
                groups.append((name, []))
            } else if text == "}", !groups.isEmpty {
                groups.removeLast()
            } else if let call = String(text).between(".use(", "(services: services))") {
                let parts = call.components(at: ", ")
                guard let type = parts.last else { continue }
                if parts.count == 1 {
                    groups[groups.count - 1].middleware.append(type)
                } else {
                    mounts.append(
                        Mount(
                            path: String(parts[0].dropFirst().dropLast()), type: type,
                            file: String(text).after("  // ") ?? "",
                            middleware: groups.flatMap(\.middleware),
                            group: groups.last?.name ?? ""))
                }
            }
        }
        return mounts
    }

    /// What stands between `static func main() async {` and its end.
    private static func main(_ lines: ArraySlice<String>) -> String? {
        guard let start = lines.firstIndex(where: { $0.contains("static func main()") }),
            let end = lines[start...].firstIndex(of: "    }")
        else { return nil }
        return lines[(start + 1)..<end].map { String($0.dropFirst(8)) }.joined(separator: "\n")
    }
}

extension String {
    /// The text between two others; nil when they do not both stand there.
    func between(_ before: String, _ after: String) -> String? {
        guard let start = firstRange(of: before)?.upperBound,
            let end = self[start...].firstRange(of: after)?.lowerBound
        else { return nil }
        return String(self[start..<end])
    }

    /// The text behind another one.
    func after(_ before: String) -> String? {
        firstRange(of: before).map { String(self[$0.upperBound...]) }
    }

    /// The parts around the last place where a text stands.
    fileprivate func components(at separator: String) -> [String] {
        guard let range = ranges(of: separator).last else { return [self] }
        return [String(self[..<range.lowerBound]), String(self[range.upperBound...])]
    }
}
