// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

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
/// | there: any other type: by its folder (`Services`, `Domain`, `Models`, `Database`, `_web`, …), else routes beside a route in the same file, else services (a value of the domain) | |
struct LayerMap {
    let roles: [String: ModuleRole]
    private var byType: [String: Layer] = [:]
    private let files: [FileIndex]

    init(_ files: [FileIndex]) {
        self.files = files
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
        if let layer = byMarks(type, file) { return layer }
        if type.kind == .extension, let known = byType[type.name] { return known }
        if let outer = outerLayer(type) { return outer }
        return byFolder(file) ?? byNeighbours(type, file)
    }

    /// The layer of what is in no type.
    func looseLayer(of function: FunctionUnit, in file: FileIndex) -> Layer {
        if case .layer(let layer) = roles[file.source.module.name] { return layer }
        if function.isHandler { return .routes }
        let texts = function.parameters.map(\.type) + [function.returnType ?? ""]
        let names = Set(texts.flatMap(TypeText.names))
        if !names.isDisjoint(with: ["App", "Router", "Services", "Environment"]) { return .other }
        if !names.isDisjoint(with: ["Request", "Response", "Problem", "HTML"]) { return .routes }
        if !names.isDisjoint(with: ["Database"]) { return .database }
        return mainLayer(of: file)
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
        if !KnownNames.webProtocols.isDisjoint(with: type.inherited.map(TypeText.last)) {
            return .routes
        }
        if type.name == "Services" || type.name == "App" || type.attributes.contains("Settings") {
            return .other
        }
        if type.name.hasSuffix(of: KnownNames.serviceSuffixes) { return .services }
        if type.name.hasSuffix(of: KnownNames.routeSuffixes) { return .routes }
        if type.kind == .protocol { return .services }
        if type.name.hasSuffix(of: KnownNames.storeSuffixes) || keepsDatabase(type) {
            return .database
        }
        return nil
    }

    private func keepsDatabase(_ type: TypeUnit) -> Bool {
        type.properties.contains { property in
            property.isStored
                && KnownNames.databaseTypes.contains(TypeText.core(property.type ?? ""))
        }
    }

    /// `Order.Status` is where `Order` is.
    private func outerLayer(_ type: TypeUnit) -> Layer? {
        let parts = type.qualifiedName.split(separator: ".").dropLast()
        guard let outer = parts.first else { return nil }
        return byType[String(outer)]
    }

    private func byFolder(_ file: FileIndex) -> Layer? {
        for folder in file.source.folders.reversed() {
            switch folder.drop(while: { $0 == "_" }).lowercased() {
            case "services", "service", "domain", "model", "models", "core", "entities", "rules":
                return .services
            case "database", "db", "stores", "store", "repositories", "persistence", "storage":
                return .database
            case "web", "http", "routes", "controllers", "middleware", "presenters", "views",
                "pages",
                "dto", "dtos":
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
            !type.node.typeNames.isDisjoint(with: [
                "Request", "Response", "HTML", "Problem", "Fields",
            ])
        {
            return .routes
        }
        if type.kind == .extension {
            return file.types.first.flatMap { byType[$0.name] } ?? .routes
        }
        return .services
    }
}
