// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// What one file declares and names.
struct FileIndex: Sendable {
    var source: SourceFile
    var imports: [(name: String, node: Syntax)] = []
    var types: [TypeUnit] = []
    var functions: [FunctionUnit] = []
    var globals: [PropertyUnit] = []
    /// Where controllers are mounted: the type, and the path with that of the groups around it.
    var mounts: [(type: String, path: String)] = []
    /// Functions and methods that a route is given by name, with verb and path: `app.get("/x", list)`.
    var namedHandlers: [String: (verb: String, path: String)] = [:]
    /// The names that occur, and how often each does.
    var names: [String: Int] = [:]
    var ignores: [Ignore] = []

    var isTest: Bool { source.module.kind == .test }

    init(_ source: SourceFile, number: Int) {
        self.source = source
        let visitor = IndexVisitor(file: number)
        visitor.walk(source.tree)
        imports = visitor.imports
        types = visitor.types
        functions = visitor.functions
        globals = visitor.globals
        mounts = visitor.mounts
        namedHandlers = visitor.namedHandlers
        for token in source.tree.tokens(viewMode: .sourceAccurate) {
            if case .identifier(let name) = token.tokenKind { names[name, default: 0] += 1 }
        }
        ignores = Ignore.find(in: source)
    }

    func importsAny(of names: Set<String>) -> Bool {
        imports.contains { names.contains($0.name) }
    }
}
