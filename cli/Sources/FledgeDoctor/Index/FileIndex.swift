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
    /// Other names of types: `Response` of `typealias Reply = Response`.
    var aliases: [String: String] = [:]
    /// Where controllers and middleware are mounted.
    var mounts: [RouteCall] = []
    /// Where routes are added in code.
    var routes: [RouteCall] = []
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
        aliases = visitor.aliases
        mounts = visitor.mounts
        routes = visitor.routes
        for token in source.tree.tokens(viewMode: .sourceAccurate) {
            if case .identifier(let name) = token.tokenKind { names[name, default: 0] += 1 }
        }
        ignores = Ignore.find(in: source)
    }

    func importsAny(of names: Set<String>) -> Bool {
        imports.contains { names.contains($0.name) }
    }
}
