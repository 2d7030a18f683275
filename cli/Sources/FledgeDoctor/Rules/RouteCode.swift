// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The code in which a rule of the domain, SQL or a check by hand would be in the wrong place.
enum RouteCode {
    /// Handlers, the other methods of their types, and functions beside them.
    ///
    /// Middleware, what binds parameters and what becomes a response is of the web and may decide on
    /// its own. So may what is named for showing something.
    static func functions(_ index: AppIndex) -> [(file: FileIndex, function: FunctionUnit)] {
        let owners = handlerTypes(index)
        return index.functions(in: .routes).filter { file, function in
            isLooked(at: function, file, owners)
        } + extensions(index)
    }

    /// Extensions of values beside handlers: what they say of a value is said in the routes.
    private static func extensions(_ index: AppIndex) -> [(file: FileIndex, function: FunctionUnit)]
    {
        index.functions(in: .services).filter { file, function in
            guard let unit = function.ownerUnit, file.types[unit].kind == .extension,
                index.roles[file.source.module.name] == .mixed,
                LayerMap.folderLayer(file) != .services
            else { return false }
            let type = file.types[unit]
            guard let home = index.declaration(of: type.name), home.file != type.file,
                KnownNames.webProtocols.isDisjoint(with: type.inherited.map(TypeText.last))
            else { return false }
            return file.functions.contains(where: \.isHandler)
                || LayerMap.folderLayer(file) == .routes
        }
    }

    private static func isLooked(
        at function: FunctionUnit, _ file: FileIndex, _ owners: Set<String>
    ) -> Bool {
        if function.isHandler { return true }
        if let owner = function.owner, owners.contains(owner) { return true }
        guard file.functions.contains(where: \.isHandler) else { return false }
        return !isOfTheWeb(function, file)
    }

    /// Types that have handlers, wherever their extensions are.
    static func handlerTypes(_ index: AppIndex) -> Set<String> {
        var names: Set<String> = []
        for (file, function) in index.functions where function.isHandler {
            if let unit = function.ownerUnit {
                let type = file.types[unit]
                if type.isRoute || type.isController || function.kind != .closure {
                    names.insert(type.name)
                }
            }
        }
        return names
    }

    private static func isOfTheWeb(_ function: FunctionUnit, _ file: FileIndex) -> Bool {
        guard let unit = function.ownerUnit else {
            // The function that registers closures is wiring.
            return !function.routeClosures.isEmpty
        }
        let type = file.types[unit]
        if type.name.hasSuffix(of: KnownNames.routeSuffixes) { return true }
        return !KnownNames.webProtocols.isDisjoint(with: type.inherited.map(TypeText.last))
    }
}
