// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import FledgeRouting

/// Walks what was registered and makes a ``BuiltApp`` of it, or a list of everything that is wrong.
struct AppBuilder {
    private let context: AppContext
    private let trailingSlash: TrailingSlash
    /// Around everything, before the app's own.
    private let outermost: [any Middleware]
    private var mistakes: [SetupError.Mistake] = []
    private var entries: [RouteEntry<MatchTarget>] = []
    private var appMiddleware: [any Middleware] = []
    private var names: [String: CodeLocation] = [:]
    /// Routes of `App.health` and the like, which give way to the app's own.
    private var standIns: [(RouteDefinition, Scope)] = []

    init(context: AppContext, trailingSlash: TrailingSlash, outermost: [any Middleware]) {
        self.context = context
        self.trailingSlash = trailingSlash
        self.outermost = outermost
    }

    /// Where the walk is: what a route registered here inherits.
    private struct Scope {
        var path: RoutePattern
        var middleware: [any Middleware] = []
        /// The routers on the way here.
        var routers: Set<ObjectIdentifier> = []
    }

    func build(_ app: App) throws(SetupError) -> BuiltApp {
        var builder = self
        return try builder.run(app)
    }

    private mutating func run(_ app: App) throws(SetupError) -> BuiltApp {
        let own = app.content.compactMap { registration in
            if case .middleware(let middleware, _) = registration { middleware } else { nil }
        }
        appMiddleware = outermost + own
        if let mistake = app.environmentMistake { note("FLEDGE_ENV_MODE", mistake, nil) }
        for mistake in app.hosts.compactMap(AllowedHosts.mistake) {
            note("FLEDGE_HOST", mistake, nil)
        }
        if let root = try? RoutePattern("/") { walk(app, Scope(path: root, middleware: outermost)) }
        for (definition, scope) in standIns where !isTaken(definition) { add(definition, scope) }
        let table = makeTable()
        guard let table, mistakes.isEmpty else { throw SetupError(mistakes: mistakes) }
        return BuiltApp(
            context: context, table: table,
            automatic: AutomaticRoutes(context: context, middleware: appMiddleware))
    }

    private mutating func walk(_ router: Router, _ start: Scope) {
        var scope = start
        scope.routers.insert(ObjectIdentifier(router))
        for registration in router.takeForBuilding() {
            switch registration {
            case .middleware(let middleware, let location):
                scope.middleware.append(middleware)
                check(middleware, location)
            case .route(let definition) where definition.options.givesWay:
                standIns.append((definition, scope))
            case .route(let definition):
                add(definition, scope)
            case .router(let path, let inner, let location):
                guard !scope.routers.contains(ObjectIdentifier(inner)) else {
                    note(
                        "FLEDGE_ROUTER_CYCLE",
                        "This router is mounted inside itself, which has no end. "
                            + "Mount a router of its own at '\(path)'.", location)
                    continue
                }
                guard let path = join(scope.path, path, location) else { continue }
                var inside = scope
                inside.path = path
                walk(inner, inside)
            }
        }
    }

    private mutating func join(
        _ base: RoutePattern, _ path: String, _ location: CodeLocation
    ) -> RoutePattern? {
        do throws(RoutePatternError) {
            return path.isEmpty ? base : try base.appending(RoutePattern(path))
        } catch {
            note("FLEDGE_ROUTE_PATTERN", "\(error)", location)
            return nil
        }
    }

    private mutating func check(_ middleware: any Middleware, _ location: CodeLocation) {
        if middleware is any DevelopmentMiddleware, context.mode == .production {
            note(
                "FLEDGE_MIDDLEWARE_SETUP",
                "\(type(of: middleware)) is for development and does not run in production. "
                    + "Add it only 'if app.mode == .development'.", location)
        }
        for problem in middleware.setupProblems {
            note("FLEDGE_MIDDLEWARE_SETUP", "\(type(of: middleware)): \(problem)", location)
        }
    }

    private mutating func add(_ definition: RouteDefinition, _ scope: Scope) {
        for middleware in definition.options.middleware { check(middleware, definition.location) }
        guard let pattern = join(scope.path, definition.path, definition.location) else { return }
        check(definition, pattern)
        let target = MatchTarget(
            route: compile(definition, pattern, scope),
            automatic: AutomaticRoutes.methodAnswers(
                context: context, pattern: pattern, middleware: scope.middleware)
        )
        entries.append(
            RouteEntry(
                pattern, method: definition.method?.rawValue, location: definition.location,
                value: target))
    }

    private func isTaken(_ standIn: RouteDefinition) -> Bool {
        guard let path = try? RoutePattern(standIn.path).description else { return false }
        return entries.contains { entry in
            entry.pattern.description == path && [nil, "GET"].contains(entry.method)
        }
    }

    private func compile(
        _ definition: RouteDefinition, _ pattern: RoutePattern, _ scope: Scope
    ) -> CompiledRoute {
        let middleware = (scope.middleware + definition.options.middleware)
            .filter { !($0 is any FallbackMiddleware) }
        let limit = definition.options.bodyLimit ?? context.limits.body
        let info = RouteInfo(
            method: definition.method,
            pattern: pattern.description,
            name: definition.name,
            handler: definition.handler,
            summary: definition.summary,
            details: definition.details,
            resultDetails: definition.resultDetails,
            failures: definition.failures,
            parameters: definition.parameters,
            captures: definition.captures,
            result: definition.result,
            middleware: middleware.map { "\(type(of: $0))" },
            bodyLimit: limit,
            isProbe: definition.options.isProbe,
            location: definition.location,
            around: middleware
        )
        return CompiledRoute(
            app: context, info: info, pattern: pattern, bodyLimit: limit.bytes,
            readsWholeBody: definition.readsWholeBody,
            form: Chain.make(
                middleware, definition.endpoint, readsWholeBody: definition.readsWholeBody),
            refusal: Overload.refusal(behind: middleware), isProbe: definition.options.isProbe)
    }

    private mutating func makeTable() -> RouteTable<MatchTarget>? {
        do throws(RouteConflicts) {
            return try RouteTable(entries, trailingSlash: trailingSlash)
        } catch {
            note(error.code, error.description, nil)
            return nil
        }
    }

    private mutating func note(_ code: String, _ message: String, _ location: CodeLocation?) {
        mistakes.append(.init(code: code, message: message, location: location))
    }
}

// What the types cannot refuse, because it depends on where a handler is mounted.
extension AppBuilder {
    private mutating func check(_ definition: RouteDefinition, _ pattern: RoutePattern) {
        checkName(definition)
        checkCaptures(definition, pattern)
        guard let parameters = definition.parameters else { return }
        checkPlaceholders(definition, pattern, parameters)
        checkLists(definition, pattern, parameters)
    }

    private mutating func checkName(_ definition: RouteDefinition) {
        guard let name = definition.name else { return }
        if let other = names[name] {
            note(
                "FLEDGE_ROUTE_NAME",
                "The route name '\(name)' is taken by \(other). Give one of them another name.",
                definition.location)
        }
        names[name] = definition.location
    }

    private mutating func checkCaptures(_ definition: RouteDefinition, _ pattern: RoutePattern) {
        let count = pattern.parameterNames.count
        guard let taken = definition.captures?.count, taken != count else { return }
        note(
            "FLEDGE_CAPTURE_COUNT",
            "\(pattern) has \(count) parameters, and the closure of 'on' takes \(taken). "
                + "It must take each of them, in order.",
            definition.location)
    }

    /// A placeholder that no parameter takes is nearly always a typo.
    private mutating func checkPlaceholders(
        _ definition: RouteDefinition, _ pattern: RoutePattern, _ parameters: [HandlerParameter]
    ) {
        let labels = parameters.filter { $0.source == .value }.map(\.name)
        let takesRequest = parameters.contains { $0.type == Request.self }
        for name in pattern.parameterNames where !labels.contains(name) && !takesRequest {
            let handler = definition.handler ?? "The handler"
            let candidates = labels.filter { !pattern.parameterNames.contains($0) }
            let hint = SimilarNames.closest(to: name, in: candidates)
                .map { " Did you mean '\(name)' where it says '\($0)'?" }
            note(
                "FLEDGE_UNBOUND_PLACEHOLDER",
                "\(handler) answers \(pattern) but has no parameter '\(name)'."
                    + (hint ?? " Add one, or a parameter of type Request."),
                definition.location)
        }
    }

    private mutating func checkLists(
        _ definition: RouteDefinition, _ pattern: RoutePattern, _ parameters: [HandlerParameter]
    ) {
        let single = Set(pattern.parameterNames.dropLast(pattern.endsInCatchAll ? 1 : 0))
        for parameter in parameters where single.contains(parameter.name) {
            guard parameter.type is any ListType.Type else { continue }
            note(
                "FLEDGE_LIST_PLACEHOLDER",
                "'\(parameter.name)' is one segment of \(pattern), so it cannot be a list. "
                    + "Take one value, or write '*\(parameter.name)' in the path.",
                definition.location)
        }
    }
}

/// Lists, for `checkLists`.
private protocol ListType {}
extension Array: ListType {}
