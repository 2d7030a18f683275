// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// SQL, or a call of a database, in a handler or in its helpers.
struct DatabaseInRoute: Rule {
    let name = "database-in-route"
    let severity = Severity.error
    let summary = "A route runs SQL or calls a database."
    let explanation = """
        A route that knows how things are kept cannot be tested without a database, and a change of a \
        table is a change of the routes. In the first file of an app that is fine; it stops being so when a \
        second route needs the same rows. Opening the database where the app is put together, a health \
        check that pings it, and an error of it that becomes an answer are not meant.
        """

    func findings(in context: RuleContext) -> [Finding] {
        let findings = Self.code(context.index).compactMap {
            file, function, nodes -> Finding? in
            let reader = SQLReader(
                Scope(function, context.index),
                seesDatabase: file.importsAny(of: KnownNames.databaseModules))
            for node in nodes { reader.walk(node) }
            guard let first = reader.found.first else { return nil }
            let count = reader.found.count
            let place =
                function.isHandler
                ? "The handler \(function.name)" : "\(function.name), of a route,"
            return finding(
                at: first.node, in: file, function: function.name,
                "\(place) \(first.what)\(count > 1 ? ", \(count) times in all" : ""). It cannot be tested without a database, and knows how things are kept.",
                suggestion:
                    "Move the statement into a store (a struct that keeps the Database), and give the handler a service that uses it."
            )
        }
        // The text of a statement in a property is told with the handler that runs it.
        let handlers = Set(
            Self.code(context.index).map(\.function).filter { $0.kind != .accessor }.map(\.name))
        let owners = Set(
            findings.filter { handlers.contains($0.function ?? "") }.map { owner($0) + $0.file })
        return findings.filter {
            handlers.contains($0.function ?? "") || !owners.contains(owner($0) + $0.file)
        }
    }

    /// The code of routes: functions of that layer, and what else stands where routes are added:
    /// functions in functions, closures with a name and middleware.
    private static func code(
        _ index: AppIndex
    ) -> [(file: FileIndex, function: FunctionUnit, nodes: [Syntax])] {
        index.functions.compactMap { file, function in
            guard function.body != function.node else { return nil }
            if function.layer == .routes || BesideRoutes.holds(function, in: file, index) {
                return (file, function, [function.body])
            }
            guard !function.routeClosures.isEmpty else { return nil }
            let skipped = function.routeClosures
            let local = function.body.all(FunctionDeclSyntax.self, skipping: skipped)
            let closures = function.body.all(ClosureExprSyntax.self, skipping: skipped)
                .filter { isNamed($0) || isMiddleware($0) }
            let nodes = local.map { Syntax($0) } + closures.map { Syntax($0) }
            return nodes.isEmpty ? nil : (file, function, nodes)
        }
    }

    /// `let load = { place in … }`.
    private static func isNamed(_ closure: ClosureExprSyntax) -> Bool {
        closure.parent?.parent?.is(PatternBindingSyntax.self) ?? false
    }

    /// `app.use { request, next in … }`.
    private static func isMiddleware(_ closure: ClosureExprSyntax) -> Bool {
        let call = closure.ancestor(FunctionCallExprSyntax.self)
        return call?.calleeName == "use"
            && call?.closures.contains { $0.id == closure.id } ?? false
    }

    private func owner(_ finding: Finding) -> String {
        (finding.function ?? "").split(separator: ".").dropLast().joined(separator: ".")
    }
}

/// Finds statements and calls of a database.
private final class SQLReader: SyntaxVisitor {
    private(set) var found: [(node: Syntax, what: String)] = []
    private let scope: Scope
    private let seesDatabase: Bool

    init(_ scope: Scope, seesDatabase: Bool) {
        self.seesDatabase = seesDatabase
        self.scope = scope
        super.init(viewMode: .sourceAccurate)
    }

    override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
        guard let name = node.calleeName else { return .visitChildren }
        if let receiver = node.receiver, Self.methods.contains(name), isDatabase(receiver) {
            found.append((Syntax(node), "calls '\(receiver.trimmedDescription).\(name)'"))
            return .skipChildren
        }
        let takesDatabase = node.arguments.contains { argument in
            argument.expression.variableName.map { ["db", "tx"].contains($0) } ?? false
                || isDatabase(argument.expression)
        }
        if takesDatabase, Self.recordMethods.contains(name) {
            found.append((Syntax(node), "calls '\(name)' on a database"))
            return .skipChildren
        }
        return .visitChildren
    }

    override func visit(_ node: StringLiteralExprSyntax) -> SyntaxVisitorContinueKind {
        guard SQLText.isStatement(node) else { return .visitChildren }
        found.append((Syntax(node), "holds SQL"))
        return .skipChildren
    }

    private func isDatabase(_ node: ExprSyntax) -> Bool {
        if let type = scope.type(of: node).map(TypeText.last) {
            if KnownNames.databaseTypes.contains(type) { return true }
            if !type.isEmpty, type != "Int" { return false }
        }
        let name =
            node.memberPath?.last ?? node.bare.as(FunctionCallExprSyntax.self)?.calleeName ?? ""
        return Self.names.contains(name) || seesDatabase && Self.words.contains(name)
    }

    private static let names: Set<String> = [
        "database", "db", "dbQueue", "dbPool", "dbWriter", "dbReader", "sqlite", "postgres",
    ]

    /// Names that mean a database only where one is imported: a chat has connections, too.
    private static let words: Set<String> = [
        "tx", "transaction", "pool", "connection", "conn", "sql", "client",
    ]

    private static let methods: Set<String> = [
        "query", "first", "one", "execute", "transaction", "stream", "rows", "read", "write", "run",
        "prepare", "fetch", "fetchAll", "fetchOne", "notify", "raw", "scalar", "all", "select",
        "insert", "update", "delete", "inTransaction", "withTransaction", "savepoint",
    ]

    private static let recordMethods: Set<String> = [
        "fetchAll", "fetchOne", "fetchCount", "fetchCursor", "insert", "update", "delete", "save",
        "deleteAll", "updateAll", "filter",
    ]
}
