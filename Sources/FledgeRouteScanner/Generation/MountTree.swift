// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The folders with something to mount in them, as a tree, written out as calls.
///
/// A folder with middleware opens a group, so the nesting of the code is the nesting of the
/// folders, and of nothing else.
struct MountTree {
    private var routes: [Mount] = []
    private var middleware: [Mount] = []
    private var children: [(name: String, tree: MountTree)] = []

    init(mounts: Mounts) {
        self.init(routes: mounts.routes, middleware: mounts.middleware, depth: 0)
    }

    /// The folder `depth` levels down that all of these are in.
    private init(routes: [Mount], middleware: [Mount], depth: Int) {
        func isHere(_ mount: Mount) -> Bool { mount.folder.components.count == depth }
        self.routes = routes.filter(isHere)
        self.middleware = middleware.filter(isHere)
        let below = (routes + middleware).filter { !isHere($0) }
        for name in Set(below.map { $0.folder.components[depth] }).sorted() {
            func isBelow(_ mount: Mount) -> Bool {
                !isHere(mount) && mount.folder.components[depth] == name
            }
            let tree = MountTree(
                routes: routes.filter(isBelow), middleware: middleware.filter(isBelow),
                depth: depth + 1)
            children.append((name: name, tree: tree))
        }
    }

    private var isEmpty: Bool { routes.isEmpty && children.allSatisfy(\.tree.isEmpty) }

    /// The body of `FileRoutes.mount`.
    func lines(input: ScanInput) -> [String] {
        lines(on: "app", folder: nil, indent: 8, input: input)
    }

    private func lines(on router: String, folder: String?, indent: Int, input: ScanInput)
        -> [String]
    {
        guard !isEmpty else { return [] }
        guard !middleware.isEmpty else {
            return content(on: router, indent: indent, input: input)
        }
        let group = GroupName.make(from: folder)
        var lines = [line("\(router).group { \(group) in", indent)]
        if middleware.count > 1 {
            lines.append(
                line("// In the order of the file names; the first is outermost.", indent + 4))
        }
        lines += middleware.flatMap { use($0, path: nil, on: group, indent + 4, input) }
        lines += content(on: group, indent: indent + 4, input: input)
        return lines + [line("}", indent)]
    }

    private func content(on router: String, indent: Int, input: ScanInput) -> [String] {
        let own = routes.flatMap { use($0, path: $0.folder.pattern, on: router, indent, input) }
        return own
            + children.flatMap { child in
                child.tree.lines(on: router, folder: child.name, indent: indent, input: input)
            }
    }

    /// One call, inside the `#if` of the type if it has one.
    private func use(
        _ mount: Mount, path: String?, on router: String, _ indent: Int, _ input: ScanInput
    ) -> [String] {
        let file = mount.file.path.dropFirst(input.folder.count + 1)
        let first = path.map { "\(Self.literal($0)), " } ?? ""
        let call = "\(router).use(\(first)\(mount.type.name)(services: services))  // \(file)"
        guard let condition = mount.condition.text else { return [line(call, indent)] }
        return [line("#if \(condition)", indent), line(call, indent), line("#endif", indent)]
    }

    private func line(_ text: String, _ indent: Int) -> String {
        String(repeating: " ", count: indent) + text
    }

    private static func literal(_ text: String) -> String {
        let escaped = text.reduce(into: "") { result, character in
            if character == "\\" || character == "\"" { result.append("\\") }
            result.append(character)
        }
        return "\"\(escaped)\""
    }
}

/// Names the router of a folder, so that the generated closures read like written ones.
enum GroupName {
    /// `(staff-only)` becomes `staffOnly`; `app/` itself becomes `routes`.
    static func make(from folder: String?) -> String {
        guard let folder else { return "routes" }
        let words = folder.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        guard let first = words.first else { return "group" }
        let rest = words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }
        let name = first.prefix(1).lowercased() + first.dropFirst() + rest.joined()
        if name.first?.isNumber ?? true { return "group\(name)" }
        return reserved.contains(name) ? "\(name)Routes" : name
    }

    /// Words of Swift, and the names `mount` uses itself.
    private static let reserved: Set<String> = [
        "app", "services", "as", "associatedtype", "break", "case", "catch", "class", "continue",
        "default", "defer", "deinit", "do", "else", "enum", "extension", "fallthrough", "false",
        "fileprivate", "for", "func", "guard", "if", "import", "in", "init", "inout", "internal",
        "is", "let", "nil", "operator", "precedencegroup", "private", "protocol", "public",
        "repeat", "rethrows", "return", "self", "static", "struct", "subscript", "super",
        "switch", "throw", "throws", "true", "try", "typealias", "var", "where", "while",
    ]
}
