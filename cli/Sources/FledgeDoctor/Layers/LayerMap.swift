// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Which layer each type and each function is of.
///
/// | what | layer |
/// |---|---|
/// | a module named `…Services` or `…Domain`, or one that imports neither web nor database | services |
/// | a module that imports a database and no web | database |
/// | in any other module: `@Route`, `@Controller`, `@FolderMiddleware`, middleware, what binds or becomes a response, `…Controller`, `…Page`; closures given to `app.get`, … | routes |
/// | there: `…Service`, `…Policy`, … | services |
/// | there: what keeps a `Database`, `…Store` and `…Repository` that are no protocols | database |
/// | there: `Services`, `@Settings`, `App` and `main.swift` | other |
/// | there: any other type: by its folder (`Services`, `Domain`, `Models`, `Database`, `_web`, …), else services by its role (``ServiceRoles``), else routes beside a route in the same file, else services (a value of the domain) | |
/// | there: an extension that speaks of the web, away from its type: routes | |
struct LayerMap {
    let roles: [String: ModuleRole]
    let services: ServiceRoles
    private var byType: [String: Layer] = [:]
    /// Where each type is declared.
    private var homes: [String: FileIndex] = [:]
    /// Names of the web that are not the app's own.
    private let webNames: Set<String>
    /// Functions that a route is given by their names.
    private let namedHandlers: Set<String>

    init(_ files: [FileIndex]) {
        services = ServiceRoles(files)
        namedHandlers = Set(
            files.filter { !$0.isTest }.flatMap(\.routes).compactMap(\.handlerName))
        for file in files where !file.isTest {
            for type in file.types where type.kind != .extension { homes[type.name] = file }
        }
        webNames = KnownNames.webTypes.union(["Request", "Response", "HTML", "Problem", "Fields"])
            .subtracting(homes.keys)
        let modules = Dictionary(grouping: files, by: \.source.module.name)
        roles = modules.mapValues { ModuleRole($0[0].source.module, files: $0) }
        for file in files where !file.isTest {
            for type in file.types where type.kind != .extension {
                byType[type.name] = layer(of: type, in: file)
            }
        }
    }

    /// The layer of a type of the app, by its name.
    func layer(named name: String) -> Layer? { byType[name] }

    func layer(of type: TypeUnit, in file: FileIndex) -> Layer {
        if case .layer(let layer) = roles[file.source.module.name] { return layer }
        if isGlue(type, file) { return .routes }
        if let layer = byMarks(type, file) { return layer }
        if type.kind == .extension, let known = byType[type.name] { return known }
        if let outer = outerLayer(type) { return outer }
        if let layer = byFolder(file) { return layer }
        return services.names.contains(type.name) ? .services : byNeighbours(type, file)
    }

    /// An extension away from its type that speaks of the web: what binds or answers for it there.
    private func isGlue(_ type: TypeUnit, _ file: FileIndex) -> Bool {
        guard type.kind == .extension, file.importsAny(of: KnownNames.webModules),
            byFolder(file) != .services, !webNames.isDisjoint(with: type.node.typeNames),
            let home = homes[type.name], home.source.path != file.source.path
        else { return false }
        return home.source.module != file.source.module
            || home.source.folders != file.source.folders || addsRoutes(file)
            || byFolder(file) == .routes || isNamedForTheWeb(file)
    }

    /// `Person+Request.swift`.
    private func isNamedForTheWeb(_ file: FileIndex) -> Bool {
        guard let plus = file.source.name.lastIndex(of: "+") else { return false }
        let name = file.source.name[plus...].dropFirst().prefix { $0 != "." }
        return ["Web", "HTTP", "Routes", "Bindable"].contains { name.hasSuffix($0) }
            || webNames.union(KnownNames.webWords).contains(String(name))
    }

    /// Whether routes are added in it, or put together.
    private func addsRoutes(_ file: FileIndex) -> Bool {
        file.types.contains { $0.isRoute || $0.isController }
            || file.functions.contains { function in
                function.isHandler || TypeText.core(function.returnType ?? "") == "App"
                    || function.parameters.contains { TypeText.core($0.type) == "App" }
            }
    }

    /// The layer of what is in no type.
    func looseLayer(of function: FunctionUnit, in file: FileIndex) -> Layer {
        if case .layer(let layer) = roles[file.source.module.name] { return layer }
        if function.isHandler { return .routes }
        if byFolder(file) == .services { return .services }
        let texts = function.parameters.map(\.type) + [function.returnType ?? ""]
        let names = Set(texts.flatMap(TypeText.names))
        if !names.isDisjoint(with: ["App", "Router", "Services", "Environment"]) { return .other }
        if !names.isDisjoint(with: webNames) { return .routes }
        if !names.isDisjoint(with: KnownNames.databaseTypes) {
            // What a handler beside it calls is that handler's own.
            return isCalledByHandlers(function, in: file) ? .routes : .database
        }
        return mainLayer(of: file)
    }

    /// Whether a handler of the file calls it, or something that a handler calls.
    private func isCalledByHandlers(_ function: FunctionUnit, in file: FileIndex) -> Bool {
        let names = file.functions.filter { $0.kind == .function }.map(\.simpleName)
        var waiting = file.functions.filter { function in
            function.isHandler || namedHandlers.contains(function.simpleName)
        }
        var seen: Set<String> = []
        while let caller = waiting.popLast() {
            let called = Set(caller.body.all(DeclReferenceExprSyntax.self).map(\.baseName.text))
            for name in called.intersection(names) where seen.insert(name).inserted {
                waiting += file.functions.filter { $0.simpleName == name }
            }
        }
        return seen.contains(function.simpleName)
    }

    /// Where the lines between the types count: with the types.
    func mainLayer(of file: FileIndex) -> Layer {
        if case .layer(let layer) = roles[file.source.module.name] { return layer }
        if file.source.name == "main.swift" { return .other }
        let layers = file.types.map { layer(of: $0, in: file) }
        if layers.contains(.routes), file.types.contains(where: \.isRoute) { return .routes }
        if let first = layers.first { return first }
        if file.functions.contains(where: \.isHandler) { return .routes }
        return byFolder(file) ?? .other
    }

    private func byMarks(_ type: TypeUnit, _ file: FileIndex) -> Layer? {
        if type.isRoute || type.isController || type.isFolderMiddleware { return .routes }
        let parents = type.inherited.map(TypeText.last).filter { homes[$0] == nil }
        if !KnownNames.webProtocols.isDisjoint(with: parents) { return .routes }
        if type.name == "Services" || type.name == "App" || type.attributes.contains("Settings") {
            return .other
        }
        if type.name.hasSuffix(of: KnownNames.serviceSuffixes) { return .services }
        if type.name.hasSuffix(of: KnownNames.routeSuffixes) { return .routes }
        if type.kind == .protocol { return .services }
        if type.name.hasSuffix(of: KnownNames.storeSuffixes) || type.keepsDatabase {
            return .database
        }
        // Statements in an extension of the database, away from the routes, are a store's.
        if type.kind == .extension, KnownNames.databaseTypes.contains(type.name),
            homes[type.name] == nil, !addsRoutes(file)
        {
            return .database
        }
        return nil
    }

    /// `Order.Status` is where `Order` is.
    private func outerLayer(_ type: TypeUnit) -> Layer? {
        let parts = type.qualifiedName.split(separator: ".").dropLast()
        guard let outer = parts.first else { return nil }
        return byType[String(outer)]
    }

    private func byFolder(_ file: FileIndex) -> Layer? { Self.folderLayer(file) }

    /// What the innermost folder with a name that tells says.
    static func folderLayer(_ file: FileIndex) -> Layer? {
        for folder in file.source.folders.reversed() {
            switch folder.drop(while: { $0 == "_" }).lowercased() {
            case "services", "service", "domain", "model", "models", "core", "entities", "rules",
                "usecases", "use-cases", "application", "business", "logic", "policies":
                return .services
            case "database", "db", "stores", "store", "repositories", "persistence", "storage":
                return .database
            case "web", "http", "routes", "controllers", "middleware", "presenters", "views",
                "pages",
                "dto", "dtos", "handlers", "endpoints":
                return .routes
            default: continue
            }
        }
        return nil
    }

    private func byNeighbours(_ type: TypeUnit, _ file: FileIndex) -> Layer {
        if file.types.contains(where: { $0.isRoute || $0.isController }) { return .routes }
        if file.functions.contains(where: { $0.kind == .closure }) { return .routes }
        // A type that makes answers is of the web, whatever its name.
        if file.importsAny(of: KnownNames.webModules),
            !type.node.typeNames.isDisjoint(with: webNames)
        {
            return .routes
        }
        if type.kind == .extension {
            return file.types.first.flatMap { byType[$0.name] } ?? .routes
        }
        return .services
    }
}
