// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// All that is known of an app before its rules are asked.
struct AppIndex: Sendable {
    var files: [FileIndex]
    private(set) var typeLayers: [String: Layer] = [:]
    private(set) var roles: [String: ModuleRole] = [:]
    /// The services by what they keep and who keeps them.
    private(set) var services: Set<String> = []
    /// Every declaration and extension of a type of the app, without those of tests.
    private(set) var types: [String: [TypeUnit]] = [:]
    /// The same of tests.
    private(set) var testTypes: [String: [TypeUnit]] = [:]
    /// What a method returns: `Order` of `OrderService.find`.
    private var returns: [String: String] = [:]
    /// The types of the variables outside of types and functions, by their names.
    private(set) var globals: [String: String] = [:]
    /// Other names that the app gives to types of the web.
    private(set) var webAliases: Set<String> = []
    private var looseReturns: [String: String] = [:]
    private var mainLayers: [Layer] = []
    /// The functions of the app, tests left out, each with its file.
    private(set) var functions: [(file: FileIndex, function: FunctionUnit)] = []

    init(_ files: [FileIndex]) {
        self.files = files
        let map = LayerMap(files)
        roles = map.roles
        services = map.services.names
        for file in files {
            for type in file.types {
                if file.isTest {
                    testTypes[type.name, default: []].append(type)
                } else {
                    types[type.name, default: []].append(type)
                }
            }
        }
        for name in types.keys { typeLayers[name] = map.layer(named: name) }
        mainLayers = files.map { map.mainLayer(of: $0) }
        for file in files { note(file) }
        noteAliases()
        let named = RouteCall.byHandler(self)
        for number in files.indices { classify(number, map, named) }
        functions = self.files.filter { !$0.isTest }.flatMap { file in
            file.functions.map { (file, $0) }
        }
    }

    private mutating func classify(
        _ number: Int, _ map: LayerMap, _ named: [String: [RouteCall.Named]]
    ) {
        let file = files[number]
        for (index, function) in file.functions.enumerated() {
            var function = function
            let owner = function.ownerUnit.map { file.types[$0] }
            function.layer =
                if function.kind == .closure { .routes } else if let owner {
                    map.layer(of: owner, in: file)
                } else { map.looseLayer(of: function, in: file) }
            if let route = named[function.simpleName]?.first(where: { $0.fits(function) }),
                function.kind == .function, !function.isHandler,
                function.owner == nil || function.layer == .routes || takesRequest(function)
            {
                function.isHandler = true
                function.layer = .routes
                function.verb = route.call.verb
                function.pathText = route.call.literalPath
            }
            if file.isTest { function.isHandler = false }
            measure(&function, file)
            files[number].functions[index] = function
        }
    }

    private func takesRequest(_ function: FunctionUnit) -> Bool {
        types["Request"] == nil
            && function.parameters.contains { TypeText.last($0.type) == "Request" }
    }

    private func measure(_ function: inout FunctionUnit, _ file: FileIndex) {
        function.lines = file.source.codeLineCount(file.source.lines(of: function.node))
        guard function.body != function.node else { return }
        function.cyclomatic = CyclomaticComplexity.measure(
            function.body, skipping: function.routeClosures)
        function.cognitive = CognitiveComplexity.measure(
            function.body, name: function.simpleName, skipping: function.routeClosures)
    }

    private mutating func note(_ file: FileIndex) {
        if !file.isTest {
            for global in file.globals { globals[global.name] = global.type }
        }
        for function in file.functions {
            guard let type = function.returnType else { continue }
            if let owner = function.owner {
                returns["\(owner).\(function.simpleName)"] = type
            } else {
                looseReturns[function.simpleName] = type
            }
        }
    }

    private mutating func noteAliases() {
        let web = KnownNames.webTypes.union(KnownNames.webWords)
        for file in files where !file.isTest && file.importsAny(of: KnownNames.webModules) {
            for (alias, text) in file.aliases {
                let names = TypeText.names(text).filter { types[$0] == nil }
                if !web.isDisjoint(with: names) { webAliases.insert(alias) }
            }
        }
    }

    // MARK: Questions

    /// The layer of a type, extensions included; nil for foreign ones.
    func layer(of type: String) -> Layer? { typeLayers[TypeText.last(type)] }

    /// Whether a type is a service, by its name or by its role.
    func isService(_ type: String) -> Bool {
        let name = TypeText.last(type)
        return name.hasSuffix("Service") || services.contains(name)
    }

    func mainLayer(of file: Int) -> Layer { mainLayers[file] }

    /// What a function of a type returns, looking at the protocols that it conforms to as well.
    func returnType(of type: String, _ method: String) -> String? {
        let name = TypeText.last(type)
        if let found = returns["\(name).\(method)"] { return found }
        for unit in types[name] ?? [] {
            for parent in unit.inherited {
                if let found = returns["\(TypeText.last(parent)).\(method)"] { return found }
            }
        }
        return nil
    }

    func returnType(ofFunction name: String) -> String? { looseReturns[name] }

    /// The properties of a type, those of its extensions included.
    func properties(of type: String) -> [PropertyUnit] {
        let name = TypeText.last(type)
        return (types[name] ?? testTypes[name] ?? []).flatMap(\.properties)
    }

    func propertyType(_ type: String, _ property: String) -> String? {
        properties(of: type).first { $0.name == property }?.type
    }

    /// The declaration of a type, not its extensions.
    func declaration(of type: String) -> TypeUnit? {
        types[TypeText.last(type)]?.first { $0.kind != .extension }
    }

    /// Functions that have a body to look at.
    func functions(in layer: Layer) -> [(file: FileIndex, function: FunctionUnit)] {
        functions.filter { $0.function.layer == layer && $0.function.body != $0.function.node }
    }
}
